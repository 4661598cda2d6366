import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SITES, siteById, siteFor } from '../../utils/sites'
import { onHosts, parseLink } from '../../utils/sites/routes'
import type { Site } from '../../utils/sites/site'

const link = (id: string, href: string, page: string) => parseLink((siteById(id) as Site).find, href, page)
const FB = 'https://www.facebook.com/'
const POST = `${FB}mira.oak/posts/pfbid0aQ`

/** Address → canonical form (null: no item of the site). */
const CASES: [site: string, page: string, href: string, permalink: string | null][] = [
  ['mastodon', 'https://m.example/home', '/@ada/123?utm_source=x#y', 'https://m.example/@ada/123'],
  [
    'mastodon',
    'https://m.example/home',
    '/@ada@far.example/123/reblogs',
    'https://m.example/@ada@far.example/123',
  ],
  ['mastodon', 'https://m.example/home', '/users/ada/statuses/123', 'https://m.example/@ada/123'],
  ['mastodon', 'https://m.example/home', 'https://other.example/@ada/123', null],
  ['mastodon', 'https://m.example/home', '/@ada/about', null],
  ['mastodon', 'https://m.example/home', 'https://u:p@m.example/@ada/123', null],
  [
    'bluesky',
    'https://bsky.app/',
    '/profile/ada.example/post/3k/liked-by',
    'https://bsky.app/profile/ada.example/post/3k',
  ],
  [
    'bluesky',
    'https://bsky.app/',
    '/profile/did:plc:abc/post/3k?ref=1',
    'https://bsky.app/profile/did:plc:abc/post/3k',
  ],
  ['bluesky', 'https://bsky.app/', 'https://bsky.app.evil.example/profile/a/post/3k', null],
  ['bluesky', 'https://bsky.app/', 'https://bsky.app:8443/profile/a/post/3k', null],
  ['bluesky', 'https://bsky.app/', 'javascript:alert(1)', null],
  ['facebook', FB, '/mira.oak/posts/pfbid0aQ?__cft__[0]=A&__tn__=B', POST],
  ['facebook', FB, '/mira.oak/posts/some-words/pfbid0aQ/', POST],
  ['facebook', FB, '/mira.oak/posts/pfbid0aQ?comment_id=7&x=1', `${POST}?comment_id=7`],
  [
    'facebook',
    FB,
    '/mira.oak/posts/pfbid0aQ?comment_id=7&reply_comment_id=8',
    `${POST}?comment_id=7&reply_comment_id=8`,
  ],
  ['facebook', FB, '/groups/4711/permalink/88/?ref=share', `${FB}groups/4711/posts/88`],
  [
    'facebook',
    FB,
    'https://m.facebook.com/story.php?id=5&story_fbid=6&rdid=1',
    `${FB}permalink.php?story_fbid=6&id=5`,
  ],
  ['facebook', FB, '/photo.php?fbid=9&set=a.1&type=3', `${FB}photo/?fbid=9`],
  ['facebook', FB, '/some.page/videos/a-title/9/?mibextid=x', `${FB}watch/?v=9`],
  ['facebook', FB, '/reel/9/?s=1', `${FB}reel/9`],
  ['facebook', FB, '/share/p/AbC/', null],
  ['facebook', FB, 'https://l.facebook.com.evil.example/mira.oak/posts/pfbid0', null],
  ['facebook', FB, '/groups/posts/5', null],
]

describe('permalinks', () => {
  for (const [site, page, href, permalink] of CASES) {
    it(`${site}: ${href} → ${permalink}`, () =>
      expect(link(site, href, page)?.permalink ?? null).toBe(permalink))
  }

  it('are the same when they are parsed again, whatever stands round them', () => {
    const words = fc.stringMatching(/^[a-z0-9_.-]{1,12}$/)
    const noise = fc.array(fc.tuple(fc.stringMatching(/^[a-z_]{1,8}$/), fc.webFragments()), { maxLength: 4 })
    fc.assert(
      fc.property(
        fc.constantFrom(...CASES.filter(([, , , out]) => out)),
        noise,
        words,
        ([site, page, href, out], more, tail) => {
          const url = new URL(href, page)
          for (const [name, value] of more)
            if (!url.searchParams.has(`x_${name}`)) url.searchParams.set(`x_${name}`, value)
          url.hash = tail
          const once = link(site, url.href, page)?.permalink
          expect(once).toBe(out)
          expect(link(site, once as string, page)?.permalink).toBe(out)
        },
      ),
    )
  })

  it('never leave the site, and nothing makes them throw', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SITES),
        fc.oneof(fc.webUrl(), fc.string(), fc.string({ unit: 'binary' })),
        (site, href) => {
          const page = site.find.origin === 'self' ? 'https://own.example/home' : `${site.find.origin}/`
          const hit = parseLink(site.find, href, page)
          if (!hit) return
          const url = new URL(hit.permalink)
          expect(
            site.find.origin === 'self'
              ? url.hostname === 'own.example'
              : onHosts(site.find.hosts, url.hostname),
          ).toBe(true)
          expect(url.protocol).toBe('https:')
        },
      ),
      { numRuns: 3000 },
    )
  })

  it('keep ids that no number of a computer holds', () => {
    const id = '9007199254740993123'
    expect(link('mastodon', `/@a/${id}`, 'https://m.example/')?.parts.id).toBe(id)
  })
})

describe('the list of sites', () => {
  it('gives each address to its own site, and no lookalike', () => {
    expect(siteFor('https://www.facebook.com/x')?.find.id).toBe('facebook')
    expect(siteFor('https://bsky.app/')?.find.id).toBe('bluesky')
    expect(siteFor('https://mastodon.social/@a')?.find.id).toBe('mastodon')
    for (const address of [
      'https://facebook.com.evil.example/',
      'https://notfacebook.com/',
      'file:///x',
      'x',
    ]) {
      expect(siteFor(address)).toBeNull()
    }
  })

  it('has each id once, and origins that are their own hosts', () => {
    expect(new Set(SITES.map(({ find }) => find.id)).size).toBe(SITES.length)
    for (const { find } of SITES) {
      if (find.origin !== 'self')
        expect(onHosts(find.hosts, new URL(find.origin).hostname), find.id).toBe(true)
    }
  })
})
