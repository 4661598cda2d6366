/** Sites that share their rules with another one: site's id → `Ground.platform`. */
const OWNERS: Record<string, string> = { facebook: 'meta', instagram: 'meta', threads: 'meta', twitter: 'x' }

/** Whose rules hold on this site (`Site.policies` or its id): `facebook` → `meta`. */
export function rulesOwner(platform: string): string {
  return OWNERS[platform] ?? platform
}
