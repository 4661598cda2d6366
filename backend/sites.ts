import { canonicalJson } from '../utils/canonical'
import { openSigned, SITES_FORMAT } from '../utils/grounds/signed'
import type { Database } from './database'

const NAME = 'site_pack'

/** The signed site pack that this backend hands out, as its JSON text, with the key that signed it; null: none. */
export async function sitePackOf(db: Database): Promise<{ text: string; key: string } | null> {
  const { rows } = await db.query<{ value: string }>('select value from setting where name = $1', [NAME])
  const text = rows[0]?.value
  return text === undefined ? null : { text, key: (JSON.parse(text) as { key: string }).key }
}

/**
 * Puts a signed pack in place of the one before. What is in it the extensions check; here only that its signature
 * holds, that its form is canonical, and that its version rises under the same key (`replace`: another key is meant).
 * @returns its version.
 * @throws ProblemError or Error with the reason.
 */
export async function publishSitePack(db: Database, text: string, replace = false): Promise<number> {
  const { json, key, source } = await openSigned(text, SITES_FORMAT)
  const { version } = json as { version?: unknown }
  if (typeof version !== 'number' || source !== canonicalJson(json)) throw new Error('This is no site pack.')
  const before = await sitePackOf(db)
  const last = before && ((await openSigned(before.text, SITES_FORMAT)).json as { version: number }).version
  if (before && before.key !== key && !replace)
    throw new Error('Another key signed the pack that is here. With --new-key it is replaced.')
  if (before?.key === key && last !== null && version <= last)
    throw new Error(`Version ${last} is here; a pack's version only rises.`)
  await db.query(
    'insert into setting (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value',
    [NAME, text.trim()],
  )
  return version
}
