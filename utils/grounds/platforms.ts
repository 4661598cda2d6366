/** Sites that share their rules with another one: site's id → `Ground.platform`. */
const OWNERS: Record<string, string> = { facebook: 'meta', instagram: 'meta', threads: 'meta', twitter: 'x' }

/** The host name in an item's address, whose own rules may hold there; null: it has none. */
export const hostOf = (address: string | null | undefined): string | null =>
  address && URL.canParse(address) ? new URL(address).hostname || null : null

/** Whose rules hold on this site (`Site.policies` or its id): `facebook` → `meta`. */
export function rulesOwner(platform: string): string {
  return OWNERS[platform] ?? platform
}
