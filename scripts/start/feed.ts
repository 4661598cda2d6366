import { existsSync } from 'node:fs'
import { FIXTURES, type PagesServer, samples, savedAddress } from '../../tests/support/pages'

/** A page of the feed with one post of it to report. */
export type Stop = { site: string; address: string; real: boolean; post: number }

export const CONTENTS = 'https://flagpost.example/'

/** The first of our sample pages of a site, or a real saved page where those are beside the repository. */
function pageOf(site: string, saved: string | null): { address: string; real: boolean } {
  const real = saved && savedAddress(saved)
  if (real) return { address: real, real: true }
  const sample = samples().find((one) => one.file.startsWith(`${site}-`))
  if (!sample) throw new Error(`There is no sample page of ${site}.`)
  return { address: `https://${sample.host}${sample.path}`, real: false }
}

/** Where the tour stops. No whole page of today's Facebook is public, so that one is always our own sample. */
export const stops = (): Stop[] => [
  { site: 'Facebook', ...pageOf('facebook', null), post: 1 },
  { site: 'Mastodon', ...pageOf('mastodon', 'mastodon/thread-4x'), post: 0 },
  { site: 'Bluesky', ...pageOf('bluesky', 'bluesky/profile-feed'), post: 0 },
]

/** Serves a list of all pages that can be opened, and gives its address. */
export function serveContents(pages: PagesServer, deskUrl: string): string {
  const row = (address: string) => `<li><a href="${address}">${address.replace('https://', '')}</a></li>`
  const all = pages.addresses().sort().map(row).join('\n')
  const first = stops()
    .map(
      ({ address, site, real }) =>
        `<li><a href="${address}">${site}</a>, ${real ? 'a saved page' : 'a sample page'}</li>`,
    )
    .join('\n')
  pages.serve(CONTENTS, {
    headers: { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" },
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Flagpost: pages to try</title>
<style>:root{color-scheme:light dark;font:15px/1.6 system-ui,sans-serif}body{max-width:46rem;margin:3rem auto;padding:0 1rem}
h1{font-size:1.4rem}h2{font-size:1rem;margin-top:2rem}a{color:light-dark(#1d4f91,#9dc1f5)}li{overflow-wrap:anywhere}</style>
<h1>Pages to try</h1><p>Everything here is served by this machine under the real host names. Press the flag in a post’s own
action bar, name a ground, and send. Then decide at the <a href="${deskUrl}">desk</a> and come back to the post.</p>
<ul>${first}</ul><h2>All pages${existsSync(FIXTURES) ? '' : ' (samples of our own: no saved pages are beside the repository)'}</h2>
<ul>${all}</ul></html>`,
  })
  return CONTENTS
}
