import fs from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { OrganisationRules } from '../utils/assess/rules'
import { createEnrolment } from './accounts'
import { openDatabase } from './database'
import { startPostgres } from './postgres'

/**
 * Prints an enrolment link for one reviewer: `npm run enrol -- --organisation "…" --code R7 [--country KZ] [--role lead]
 * [--unit NAME] [--rules FILE]`; the file (JSON) holds what the organisation asks of its reviewers, see `utils/assess/rules.ts`.
 */
const { values } = parseArgs({
  options: {
    organisation: { type: 'string' },
    code: { type: 'string' },
    country: { type: 'string' },
    role: { type: 'string', default: 'reviewer' },
    unit: { type: 'string' },
    rules: { type: 'string' },
    origin: { type: 'string', default: process.env.PUBLIC_ORIGIN ?? 'http://127.0.0.1:8787' },
  },
})
const asked = z
  .object({
    organisation: z.string().min(1).max(300),
    code: z.string().min(1).max(60),
    country: z.string().length(2).toUpperCase().optional(),
    role: z.enum(['reviewer', 'approver', 'lead']),
    unit: z.string().min(1).max(100).optional(),
    rules: z.string().optional(),
    origin: z.url(),
  })
  .safeParse(values)
if (!asked.success) {
  console.error(
    'Usage: npm run enrol -- --organisation "Ministry" --code R7 [--country KZ] [--role reviewer|approver|lead] [--unit NAME] [--rules FILE]',
  )
  process.exit(2)
}
const { organisation, code, country = null, role, unit, origin, rules: file } = asked.data
const rules = file ? OrganisationRules.parse(JSON.parse(await fs.readFile(file, 'utf8'))) : undefined
const own = process.env.DATABASE_URL
const postgres = own ? null : await startPostgres(path.resolve(process.env.DATA_DIR ?? '.flagpost'))
const db = await openDatabase(own ?? postgres?.url ?? '')
console.log(
  `${origin}/enrol#${await createEnrolment(db, { organisation, country, reviewerCode: code, role, ...(unit ? { unit } : {}), ...(rules ? { rules } : {}) })}`,
)
await db.end()
// A server that was there before us (the running backend's) is left running.
if (postgres?.started) await postgres.stop()
