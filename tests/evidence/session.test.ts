// @vitest-environment happy-dom
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { CapturedSchema } from '../../utils/evidence/captured'
import { isSignedIn } from '../../utils/evidence/session'
import { siteById } from '../../utils/sites'
import { FIXTURES } from '../support/pages'
import { sampleBundle } from '../support/samples'

/** Without what the page names to load: nothing is to be asked for here. */
const parse = (html: string) =>
  new DOMParser().parseFromString(html.replace(/<link\b[^>]*>/g, ''), 'text/html')

describe('whether somebody is logged in', () => {
  const session = { in: '.me', out: '.sign-in' }

  it('is said by the one sign that is there; by none or both it is not known', () => {
    expect(isSignedIn(session, parse('<p class="me"></p>'))).toBe(true)
    expect(isSignedIn(session, parse('<p class="sign-in"></p>'))).toBe(false)
    expect(isSignedIn(session, parse('<p></p>'))).toBeNull()
    expect(isSignedIn(session, parse('<p class="me sign-in"></p>'))).toBeNull()
    expect(isSignedIn({ out: '.sign-in' }, parse('<p class="me"></p>'))).toBeNull()
    expect(isSignedIn(undefined, parse('<p class="me"></p>'))).toBeNull()
  })
})

it('a capture of an earlier version says nothing of it: not known', async () => {
  const { signedIn: _, ...page } = (await sampleBundle()).record.page
  expect(CapturedSchema.shape.page.parse(page).signedIn).toBeNull()
})

/** What a careful reader sees on the saved page. */
const SAVED: [site: string, page: string, state: boolean | null][] = [
  ['x', 'article-2026-02', true],
  ['linkedin', 'activity-loggedin-2026-04', true],
  ['linkedin', 'company-guest-2024-10', false],
  ['tiktok', 'video-page', false],
  ['pinterest', 'pin-2024', false],
  ['threads', 'post-server-2026-06', false],
  ['youtube', 'watch-2026-01', null],
  ['mastodon', 'thread-4x', null],
  ['bluesky', 'profile-feed', null],
]
describe.skipIf(!existsSync(FIXTURES))('on the saved pages (skipped where shared/fixtures is absent)', () => {
  it.each(SAVED)('%s: %s', (site, page, state) => {
    const html = readFileSync(path.join(FIXTURES, site, `${page}.html`), 'utf8')
    expect(isSignedIn(siteById(site)?.session, parse(html))).toBe(state)
  })
})
