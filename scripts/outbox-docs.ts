import fs from 'node:fs'
import path from 'node:path'
import { outboxPage } from './outbox-page'

/** `npm run outbox-page`: writes the page that says how the outbox goes, from the code itself. */
fs.writeFileSync(path.resolve(import.meta.dirname, '../docs/outbox.md'), outboxPage())
