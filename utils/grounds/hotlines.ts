import type { Ground } from './ground'
import hotlines from './hotlines.json'

/** Where a person reports abuse material besides the platform. */
export type Hotline = { name: string; address: string }

/** With where it was read, and how sure that is: as in the packs (`S` seen there, `K` known in general). */
type Listed = Hotline & { source: string; confidence: string }

/** National hotlines; members of INHOPE, which passes a report on to the country where the material lies. */
const NATIONAL: Record<string, Listed> = hotlines.national

/**
 * The hotline to be offered with a ground that is reported by address alone: the law's country's, else that of the
 * reviewer's country (ISO 3166-1 alpha-2), else the international list. Null for every other ground.
 */
export function hotlineFor({ capture, jurisdiction }: Ground, country: string | null): Hotline | null {
  if (capture !== 'url') return null
  const { name, address } = NATIONAL[jurisdiction ?? ''] ?? NATIONAL[country ?? ''] ?? hotlines.elsewhere
  return { name, address }
}
