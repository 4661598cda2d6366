import fs from 'node:fs'
import path from 'node:path'
import { safeguardsPage } from './safeguards-page'

/** `npm run safeguards`: writes the page that says what due process holds, from the rules themselves. */
fs.writeFileSync(path.resolve(import.meta.dirname, '../docs/safeguards.md'), safeguardsPage())
