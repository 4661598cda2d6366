import { beforeEach, describe, expect, it, vi } from 'vitest'
import { canonicalJson } from '../../utils/canonical'
import { SITES_FORMAT, signPack } from '../../utils/grounds/signed'
import { ProblemError } from '../../utils/problem'
import { SITES, siteById } from '../../utils/sites'
import { isSelector } from '../../utils/sites/selector'
import type { Site } from '../../utils/sites/site'

const stored: Record<string, unknown> = {}
vi.mock('../../utils/browser', () => ({
  browser: {
    runtime: { getManifest: () => ({ version: '0.1.0' }) },
    storage: {
      local: {
        get: async (key: string) => ({ [key]: stored[key] }),
        set: async (values: object) => void Object.assign(stored, values),
        remove: async (key: string) => void delete stored[key],
      },
    },
  },
}))
const { keepSitePack, openSitePack, sitePackState, sitesNow, dropSitePack } = await import(
  '../../utils/sites/hotfix'
)
const { settings } = await import('../../utils/settings')

const rules = {
  id: 'bluesky',
  version: 1000,
  routes: [
    { kind: 'post', path: '/profile/{who:who}/post/{rkey:code}/*', canonical: '/profile/{who}/post/{rkey}' },
  ],
  items: [
    {
      kind: 'post',
      root: 'article[data-post]',
      permalink: [{ at: 'a[href*="/post/"]:has(> time)', from: '@href' }],
      bar: [{ at: 'footer', put: 'append' }],
    },
  ],
  read: { post: { text: [{ at: '[data-words]' }], time: [{ at: 'time', from: '@datetime', parse: 'iso' }] } },
}
const pack = {
  id: 'ministry.sites',
  version: 7,
  issuedAt: '2026-11-01T00:00:00Z',
  expiresAt: '2999-01-01T00:00:00Z',
  minExtension: '0.1',
  sites: [rules],
}
const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair
const other = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair
const sign = (json: unknown, by = pair, format = SITES_FORMAT) =>
  signPack(typeof json === 'string' ? json : canonicalJson(json), by.privateKey, by.publicKey, format)
const keyOf = async (by: CryptoKeyPair): Promise<string> => JSON.parse(await sign(pack, by)).key
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error) => (error instanceof ProblemError ? error.problem.code : error),
  )
const withRules = (change: object) => ({ ...pack, sites: [{ ...rules, ...change }] })
const bluesky = async () => (await sitesNow()).find(({ find }) => find.id === 'bluesky') as Site

beforeEach(() => {
  for (const key of Object.keys(stored)) delete stored[key]
})

describe('a signed pack of site rules', () => {
  it('stands in for the shipped rules of its site, on the shipped hosts alone', async () => {
    await keepSitePack(await sign(pack), null)
    const shipped = siteById('bluesky') as Site
    const now = await bluesky()
    expect(now.find).toMatchObject({ version: 1000, union: 'article[data-post]', hosts: shipped.find.hosts })
    expect(now.matches).toEqual(shipped.matches)
    expect(await sitePackState()).toMatchObject({
      id: 'ministry.sites',
      version: 7,
      sites: ['Bluesky'],
      over: null,
    })
    await settings.set({ shippedRules: true })
    expect((await bluesky()).find.version).toBe(shipped.find.version)
    await settings.set({ shippedRules: false })
    await dropSitePack()
    expect(await sitesNow()).toBe(SITES)
  })

  it('is refused, and the last good one stays, whatever is wrong with it', async () => {
    await keepSitePack(await sign(pack), null)
    const text = await sign({ ...pack, version: 8 })
    const envelope = JSON.parse(text)
    const bad: [unknown, string][] = [
      ['{', 'packWrong'],
      [
        JSON.stringify({ ...envelope, pack: envelope.pack.replace('"version":8', '"version":9') }),
        'packSignature',
      ],
      [await sign({ ...pack, version: 8 }, pair, 'flagpost.pack/1'), 'packWrong'],
      [await sign(JSON.stringify({ ...pack, version: 8 }, null, 1)), 'sitePackWrong'],
      [await sign({ ...pack, version: 7 }), 'packOld'],
      [await sign({ ...pack, version: 6 }), 'packOld'],
      [await sign({ ...pack, version: 8, expiresAt: '2026-01-01T00:00:00Z' }), 'sitePackOver'],
      [await sign({ ...pack, version: 8, minExtension: '0.2' }), 'sitePackNeedsNewer'],
      [await sign({ ...withRules({ id: 'nowhere' }), version: 8 }), 'sitePackWrong'],
    ]
    for (const [given, code] of bad)
      expect(await codeOf(keepSitePack(`${given}`, null)), `${code}`).toBe(code)
    expect(await sitePackState()).toMatchObject({ version: 7 })
  })

  it('from a connection has to be signed by the key that its account names, and by the same as before', async () => {
    const [key, theirs] = [await keyOf(pair), await keyOf(other)]
    expect(await codeOf(keepSitePack(await sign(pack, other), key))).toBe('packOtherKey')
    await keepSitePack(await sign(pack), key)
    // The account names another key all of a sudden: the person has to say so, by hand.
    expect(await codeOf(keepSitePack(await sign({ ...pack, version: 9 }, other), theirs))).toBe(
      'packOtherKey',
    )
    await keepSitePack(await sign({ ...pack, version: 2 }, other), null)
    expect(await sitePackState()).toMatchObject({ version: 2 })
  })

  it('holds no code, no other host, nothing that is not in the grammar', async () => {
    const [route] = rules.routes
    const [item] = rules.items
    const bad: object[] = [
      { routes: [{ ...route, path: '//evil.example/{who:who}/{rkey:code}' }] },
      { routes: [{ ...route, canonical: 'https://evil.example/{who}' }] },
      { routes: [{ ...route, canonical: '//bsky.app.evil.example/{who}' }] },
      { routes: [{ ...route, path: '/{who:nothing}' }] },
      { items: [{ ...item, root: 'div { background: url(//evil.example) }' }] },
      { items: [{ ...item, root: 'a:visited' }] },
      { items: [{ ...item, root: 'a:has(b:has(c))' }] },
      { items: [{ ...item, onclick: 'x' }] },
      { items: [{ ...item, bar: [{ at: 'footer', put: 'replaceWith' }] }] },
      { read: { post: { text: [{ at: 'p', parse: 'eval' }] } } },
      { read: { post: { text: [{ at: 'p', parse: 'constructor' }] } } },
      { read: { post: { text: [{ at: 'p', from: 'innerHTML' }] } } },
      { media: ['*.evil.example'] },
      { hosts: ['evil.example'] },
      { origin: 'https://evil.example' },
    ]
    for (const change of bad)
      expect(await codeOf(openSitePack(await sign(withRules(change)))), JSON.stringify(change)).toBe(
        'sitePackWrong',
      )
    expect(await codeOf(openSitePack(await sign(pack)))).toBeNull()
  })
})

describe('the grammar of selectors', () => {
  const selectorsOf = (value: unknown, key = ''): string[] => {
    const named =
      /^(?:at|root|needs|wake|around|mark|fence|stop|climb|cell|same|textMore|textSkip|textKeep|sponsored|edited|in|sign|ignore|union)$/
    if (typeof value === 'string') return named.test(key) && value ? [value] : []
    if (Array.isArray(value)) return value.flatMap((one) => selectorsOf(one, key))
    return value && typeof value === 'object'
      ? Object.entries(value).flatMap(([name, inner]) => selectorsOf(inner, name))
      : []
  }

  it('has room for everything that the shipped sites say', () => {
    for (const { find, read } of SITES)
      for (const one of selectorsOf([find.items, find.sign, find.ignore, read]))
        expect(isSelector(one), `${find.id}: ${one}`).toBe(true)
  })

  it('takes nothing else', () => {
    for (const one of [
      '',
      ',',
      'a,',
      'a >',
      '> a',
      'a{}',
      'a:hover',
      'a::before',
      'a:has(',
      'a)',
      '[href=x]',
      '[a="\\65"]',
      'a/**/b',
      '@media',
      'a|b',
      ':is()',
      ':not',
      '1a',
    ])
      expect(isSelector(one), one).toBe(false)
  })
})
