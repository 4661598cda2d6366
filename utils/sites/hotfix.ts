import { z } from 'zod'
import { browser } from '../browser'
import { canonicalJson } from '../canonical'
import { fingerprint, openSigned, SITES_FORMAT } from '../grounds/signed'
import type { SitePackState } from '../messages'
import { ProblemError } from '../problem'
import { settings } from '../settings'
import { SITES } from './index'
import { atLeast, parseSitePack, type SitePack } from './pack'
import type { Site } from './site'

/** The last good pack as it came, and whose it is. Its signature is checked again whenever it is used. */
const Kept = z.object({
  text: z.string().max(8_000_000),
  key: z.string().max(100),
  version: z.number(),
  importedAt: z.number(),
})
type Kept = z.infer<typeof Kept>
const KEY = 'sitePack'

export type OpenedPack = { pack: SitePack; sites: Site[]; key: string }

const extensionVersion = () => browser.runtime.getManifest().version

/**
 * Reads a signed pack and everything about it that does not depend on what is kept: signature, canonical form,
 * grammar, expiry, the extension it needs.
 * @throws ProblemError `packSignature`, `packWrong`, `packsNeedNewerBrowser`, `sitePackWrong`, `sitePackOver`,
 * `sitePackNeedsNewer`.
 */
export async function openSitePack(text: string, now = Date.now()): Promise<OpenedPack> {
  const { json, key, source } = await openSigned(text, SITES_FORMAT)
  if (source !== canonicalJson(json))
    throw new ProblemError({ code: 'sitePackWrong', params: { detail: 'RFC 8785' } })
  const { pack, sites } = parseSitePack(json)
  if (Date.parse(pack.expiresAt) <= now)
    throw new ProblemError({ code: 'sitePackOver', params: { day: pack.expiresAt.slice(0, 10) } })
  if (!atLeast(extensionVersion(), pack.minExtension))
    throw new ProblemError({ code: 'sitePackNeedsNewer', params: { version: pack.minExtension } })
  return { pack, sites, key }
}

async function kept(): Promise<Kept | null> {
  const parsed = Kept.safeParse((await browser.storage.local.get(KEY))[KEY])
  return parsed.success ? parsed.data : null
}

/** A pack before it is kept: what it changes, who signed it, whether that key signed the one that is here. */
export async function previewSitePack(
  text: string,
): Promise<OpenedPack & { fingerprint: string; known: boolean }> {
  const [opened, before] = await Promise.all([openSitePack(text), kept()])
  return { ...opened, fingerprint: await fingerprint(opened.key), known: before?.key === opened.key }
}

/**
 * Keeps a pack in place of the one before. `trusted`: the key that it has to be signed with (a connection's); without
 * it the person has compared the fingerprint. A version never goes down, and a kept pack's key never changes unseen.
 * @throws ProblemError as `openSitePack`; `packOtherKey`, `packOld`. Whatever fails, the last good pack stays.
 */
export async function keepSitePack(text: string, trusted: string | null): Promise<void> {
  const [{ pack, key }, before] = await Promise.all([openSitePack(text), kept()])
  if (trusted !== null && (key !== trusted || (before !== null && before.key !== key)))
    throw new ProblemError({ code: 'packOtherKey', params: { pack: pack.id } })
  if (before?.key === key && before.version >= pack.version)
    throw new ProblemError({ code: 'packOld', params: { version: before.version } })
  const next: Kept = { text, key, version: pack.version, importedAt: Date.now() }
  await browser.storage.local.set({ [KEY]: next })
}

/** Back to the shipped rules alone. */
export const dropSitePack = (): Promise<void> => browser.storage.local.remove(KEY)

/** What is kept, as the options page shows it; null: shipped rules only. */
export async function sitePackState(): Promise<SitePackState> {
  const before = await kept()
  if (!before) return null
  // Read as it was at its import, so that one that is over can be shown.
  const { pack, sites, key } = await openSitePack(before.text, before.importedAt)
  const over = await openSitePack(before.text).then(
    () => null,
    (error) => (error instanceof ProblemError ? error.problem.code : 'unexpected'),
  )
  const { id, version, issuedAt, expiresAt } = pack
  const by = await fingerprint(key)
  return {
    ...{ id, version, issuedAt, expiresAt, importedAt: before.importedAt, fingerprint: by, over },
    sites: sites.filter(isNewer).map(({ name }) => name),
  }
}

/** Rules count where they are newer than those that this extension ships. */
const isNewer = ({ find }: Site): boolean =>
  SITES.some((shipped) => shipped.find.id === find.id && find.version > shipped.find.version)

let opened: { text: string; whole: Promise<OpenedPack> } | null = null

/**
 * All sites with the rules that hold now: the kept pack's where they are newer, else the shipped ones. A pack that is
 * over, or that this version cannot read, counts for nothing.
 */
export async function sitesNow(): Promise<readonly Site[]> {
  const [before, { shippedRules }] = await Promise.all([kept(), settings.get()])
  if (!before || shippedRules) return SITES
  if (opened?.text !== before.text) opened = { text: before.text, whole: openSitePack(before.text) }
  const { pack, sites } = await opened.whole.catch(() => ({ pack: null, sites: [] }))
  if (!pack || Date.parse(pack.expiresAt) <= Date.now()) return SITES
  const newer = sites.filter(isNewer)
  return SITES.map((site) => newer.find(({ find }) => find.id === site.find.id) ?? site)
}
