import { deleteDB, type IDBPDatabase, openDB } from 'idb'
import { z } from 'zod'
import { browser } from '../browser'
import { base64 } from '../bytes'
import { DATABASE } from './database'

const KEY = 'outboxAside'

/** A database that did not open any more: its name, when it was set aside, and what the browser said of it. */
export type Aside = { name: string; at: number; reason: string }
const Kept = z.object({
  current: z.string().regex(/^flagpost(-\d+)?$/),
  aside: z.array(z.object({ name: z.string(), at: z.number(), reason: z.string() })),
})

async function read(): Promise<z.infer<typeof Kept>> {
  const parsed = Kept.safeParse((await browser.storage.local.get(KEY))[KEY])
  return parsed.success ? parsed.data : { current: DATABASE, aside: [] }
}
const write = (kept: z.infer<typeof Kept>) => browser.storage.local.set({ [KEY]: kept })

/** The database that is in use. */
export const databaseName = async (): Promise<string> => (await read()).current

/** Every database that an outbox of this browser is or was in. */
export async function databaseNames(): Promise<string[]> {
  const { current, aside } = await read()
  return [current, ...aside.map(({ name }) => name)]
}

/** Those that were set aside, newest first. */
export const listAside = async (): Promise<Aside[]> => (await read()).aside.toReversed()

/** From now on a new, empty database is used; the damaged one stays on the disk as it is, under its own name. */
export async function setAside(reason: string, now = Date.now()): Promise<void> {
  const { current, aside } = await read()
  // Counted on from its own name: one that was deleted meanwhile gives no number back.
  const number = Number(current.slice(DATABASE.length + 1) || 1) + 1
  await write({ current: `${DATABASE}-${number}`, aside: [...aside, { name: current, at: now, reason }] })
}

/** Deletes one that was set aside, for good. */
export async function removeAside(name: string): Promise<void> {
  const kept = await read()
  if (name === kept.current || !kept.aside.some((one) => one.name === name)) return
  await deleteDB(name)
  await write({ ...kept, aside: kept.aside.filter((one) => one.name !== name) })
}

/**
 * What a damaged database still gives, as it is: one line of JSON for each value (`store`, `key`, `value`; bytes as
 * `{"base64": …}`), and one for each store that broke off (`store`, `error`). Evidence stays encrypted.
 * @throws DOMException where the browser does not open it at all.
 */
export async function exportAsItIs(name: string): Promise<Blob> {
  const lines: string[] = []
  const say = (line: object) => lines.push(`${JSON.stringify(line, bytesAsText)}\n`)
  // Opening one that is not there would make it.
  if (!(await indexedDB.databases()).some((one) => one.name === name)) return new Blob(lines)
  // Without a version: whatever one it has.
  const db: IDBPDatabase = await openDB(name)
  try {
    say({ database: name, version: db.version, stores: [...db.objectStoreNames] })
    for (const store of db.objectStoreNames) {
      try {
        // Key by key: a value that can't be read is no reason to leave out the next.
        for (const key of await db.getAllKeys(store)) {
          await db.get(store, key).then(
            (value) => say({ store, key, value }),
            (error: unknown) => say({ store, key, error: String(error) }),
          )
        }
      } catch (error) {
        say({ store, error: String(error) })
      }
    }
  } finally {
    db.close()
  }
  return new Blob(lines, { type: 'application/x-ndjson' })
}

function bytesAsText(_: string, value: unknown): unknown {
  if (value instanceof ArrayBuffer) return { base64: base64(new Uint8Array(value)) }
  return value instanceof Uint8Array ? { base64: base64(value) } : value
}
