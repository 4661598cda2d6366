import fs from 'node:fs/promises'
import path from 'node:path'
import { openDatabase } from './database'
import { startPostgres } from './postgres'
import { publishSitePack } from './sites'

/** Hands out a signed site pack from now on: `npm run sites:publish -- PACK.signed.json [--new-key]`. */
const [file, flag] = process.argv.slice(2)
if (!file) {
  console.error('Usage: npm run sites:publish -- PACK.signed.json [--new-key]')
  process.exit(2)
}
const own = process.env.DATABASE_URL
const postgres = own ? null : await startPostgres(path.resolve(process.env.DATA_DIR ?? '.flagpost'))
const db = await openDatabase(own ?? postgres?.url ?? '')
try {
  console.log(
    `Version ${await publishSitePack(db, await fs.readFile(file, 'utf8'), flag === '--new-key')} is handed out.`,
  )
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
} finally {
  await db.end()
  // A server that was there before us (the running backend's) is left running.
  if (postgres?.started) await postgres.stop()
}
