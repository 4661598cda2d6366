import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { SITES } from '../../utils/sites'
import { SMALL } from '../sites/small'
import { FIXTURES, samples } from '../support/pages'

/** A page on which an item of a site is captured; `html`: one of our own, still to be served. */
export type SitePage = { site: string; address: string; html: string | null }

/** One page of each site: a sample page, else a small page of our own, else a saved one where those are there. */
export function sitePages(): (SitePage | { site: string; address: null })[] {
  return SITES.map(({ find: { id: site } }) => {
    const sample = (samples() as { site?: string; host: string; path: string }[]).find(
      (one) => one.site === site,
    )
    if (sample) return { site, address: `https://${sample.host}${sample.path}`, html: null }
    const small = Object.values(SMALL).find((one) => one.site === site)
    if (small) return { site, address: small.page, html: small.html }
    return { site, address: savedOf(site), html: null } as SitePage
  })
}

function savedOf(site: string): string | null {
  const folder = path.join(FIXTURES, site)
  if (!existsSync(folder)) return null
  const described = readdirSync(folder).find((file) => file.endsWith('.json'))
  return described ? JSON.parse(readFileSync(path.join(folder, described), 'utf8')).pageUrl : null
}
