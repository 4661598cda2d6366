import type { Ground } from './ground'

/** Where a person reports abuse material besides the platform. */
export type Hotline = { name: string; address: string }

/** National hotlines; members of INHOPE, which passes a report on to the country where the material lies. */
const NATIONAL: Record<string, Hotline> = {
  AT: { name: 'Stopline', address: 'https://www.stopline.at' },
  DE: { name: 'Internet-Beschwerdestelle (eco, FSM)', address: 'https://www.internet-beschwerdestelle.de' },
  FR: { name: 'Point de Contact', address: 'https://www.pointdecontact.net' },
  GB: { name: 'Internet Watch Foundation', address: 'https://www.iwf.org.uk' },
  KZ: { name: 'SafeKaznet', address: 'http://www.safekaznet.kz' },
}
const INHOPE: Hotline = { name: 'INHOPE', address: 'https://www.inhope.org' }

/**
 * The hotline to be offered with a ground that is reported by address alone: the law's country's, else that of the
 * reviewer's country (ISO 3166-1 alpha-2), else the international list. Null for every other ground.
 */
export function hotlineFor({ capture, jurisdiction }: Ground, country: string | null): Hotline | null {
  if (capture !== 'url') return null
  return NATIONAL[jurisdiction ?? ''] ?? NATIONAL[country ?? ''] ?? INHOPE
}
