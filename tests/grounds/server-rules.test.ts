import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { buildCatalogue, type Catalogue } from '../../utils/grounds/catalogue'
import { Ground, Pack } from '../../utils/grounds/ground'
import { kindOf } from '../../utils/grounds/rule-kinds'
import { searchGrounds } from '../../utils/grounds/search'
import { readServerRules, rulesPlace, serverPack } from '../../utils/grounds/server-rules'
import { refreshServerRules, serverPacks, storedServerRules } from '../../utils/grounds/server-rules-kept'
import { loadShipped, type Shipped } from '../../utils/grounds/shipped'
import { settings } from '../../utils/settings'
import { fakeBrowser } from '../support/extension-api'

const READ = Date.UTC(2026, 10, 28)
let shipped: Shipped
beforeEach(async () => {
  shipped ??= await loadShipped()
})

const usual = (id: string) => shipped.packs.flatMap(({ grounds }) => grounds).find((one) => one.id === id)
const packOf = (host: string, rules: { id: string; text: string; translations?: Record<string, string> }[]) =>
  serverPack(
    host,
    {
      software: 'mastodon',
      readAt: READ,
      rules: rules.map((rule) => ({ translations: {}, ...rule })),
    },
    shipped.phrases,
    usual,
  )

describe('what a server answers', () => {
  it('Mastodon and Pleroma: numbers or words for ids, hints left out, translations kept', () => {
    expect(
      readServerRules('mastodon', [
        {
          id: '3',
          text: ' No <b>spam</b> ',
          hint: 'More words.',
          translations: { de: { text: 'Kein Spam', hint: '' }, 'x y': { text: 'wrong' } },
        },
        { id: 4, text: '   ' },
      ]),
    ).toEqual([{ id: '3', text: 'No spam', translations: { de: 'Kein Spam' } }])
    expect(readServerRules('pleroma', [{ id: 7, text: 'Be kind' }])).toEqual([
      { id: '7', text: 'Be kind', translations: {} },
    ])
  })

  it('Misskey: numbered by their order, markup as words', () => {
    expect(
      readServerRules('misskey', { serverRules: ['<p>No <i>scams</i></p>', 'Fish &amp; chips'] }),
    ).toEqual([
      { id: '1', text: 'No scams', translations: {} },
      { id: '2', text: 'Fish & chips', translations: {} },
    ])
  })

  it('Lemmy: the points below a heading that speaks of rules, and no others', () => {
    const sidebar =
      'Welcome!\n\n- [Donate](https://x.example)\n\n## Rules\n1. **No** porn\n2) Be [civil](https://x.example)\n\n**Contact:**\n- mail@x.example'
    expect(readServerRules('lemmy', { site_view: { site: { sidebar } } })?.map(({ text }) => text)).toEqual([
      'No porn',
      'Be civil',
    ])
    expect(readServerRules('lemmy', { site_view: { site: {} } })).toEqual([])
  })

  it('anything else is no answer, however it is made', () => {
    for (const software of ['mastodon', 'misskey', 'lemmy'])
      fc.assert(
        fc.property(fc.jsonValue(), (answer) => {
          const rules = readServerRules(software, answer)
          expect(rules === null || Array.isArray(rules)).toBe(true)
        }),
      )
    expect(readServerRules('mastodon', { error: 'This API requires an authenticated user' })).toBeNull()
    expect(rulesPlace('x.example', 'peertube')).toBeNull()
  })
})

describe('a rule as a ground', () => {
  it('fits the schema, is the server’s alone, and says where it was read', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            id: fc.string({ minLength: 1, maxLength: 100 }),
            text: fc.string({ minLength: 1, maxLength: 400 }),
          }),
          { maxLength: 5 },
        ),
        async (rules) => {
          const pack = await packOf('a-b.c.example', rules)
          expect(Pack.safeParse(pack).error?.issues ?? []).toEqual([])
        },
      ),
    )
    const { grounds } = await packOf('town.example', [{ id: '2', text: 'No racism' }])
    const [ground] = grounds
    expect(Ground.parse(ground)).toMatchObject({
      id: expect.stringMatching(/^server\.town-example\.2-[0-9a-f]{8}$/),
      platform: 'town.example',
      sourceUrl: 'https://town.example/about',
      readIn: 'https://town.example/api/v1/instance/rules',
      checkedOn: '2026-11-28',
      confidence: 'S',
      map: { mastodon: 'violation', rule: '2' },
    })
  })

  it('gets another id when its words change, and never that of another server', async () => {
    const id = async (host: string, text: string) => (await packOf(host, [{ id: '1', text }])).grounds[0]?.id
    expect(await id('a.example', 'No spam')).toBe(await id('a.example', 'No spam'))
    expect(await id('a.example', 'No spam')).not.toBe(await id('a.example', 'No scams'))
    expect(await id('a-b.example', 'No spam')).not.toBe(await id('a.b.example', 'No spam'))
  })

  it.each([
    ['No content that sexualizes or abuses minors, lolicon included', 'mastodon.rule-minors'],
    ['Keine sexualisierte Darstellung von Kindern', 'mastodon.rule-minors'],
    ['Никакой порнографии с несовершеннолетними', 'mastodon.rule-minors'],
    ['Be nice to children', null],
    ['No racism, sexism, homophobia, transphobia, ableism, xenophobia, or casteism', 'mastodon.rule-hate'],
    ['Kein Rassismus und keine Hassrede', 'mastodon.rule-hate'],
    ['No harassment, dogpiling or doxxing of other users', 'mastodon.rule-harassment'],
    ['No incitement of violence or promotion of violent ideologies', 'mastodon.rule-violence'],
    ['Sexually explicit media must be marked as sensitive', 'mastodon.rule-sensitive'],
    ['Pas de spam ni de publicité', 'mastodon.category-spam'],
    ['No illegal content', 'mastodon.rule-illegal'],
    ['Speak about trains', null],
  ])('“%s” is like %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind)
    if (kind) expect(usual(kind)?.id).toBe(kind)
  })

  it('about the abuse of minors allows no copy; of no known kind asks the strictest questions', async () => {
    const { grounds } = await packOf('town.example', [
      { id: '1', text: 'No CSAM, no sexualised minors' },
      { id: '2', text: 'Speak about trains' },
    ])
    const [minors, trains] = grounds
    expect(minors).toMatchObject({ capture: 'url', notifierIdentity: 'suppress' })
    expect(trains).toMatchObject({ speech: 'high', capture: 'full' })
    expect(trains?.elements).not.toEqual([])
    expect(trains?.defences).not.toEqual([])
  })
})

describe('where a server’s rules hold', () => {
  let all: Catalogue
  beforeEach(async () => {
    const pack = await packOf('town.example', [
      { id: '1', text: 'No racism', translations: { ru: 'Без расизма' } },
    ])
    all = buildCatalogue([...shipped.packs, pack])
  })
  const found = (query: string, server: string | null, locale: 'en' | 'ru' = 'en') =>
    searchGrounds(all, {
      query,
      server,
      platform: 'mastodon',
      limit: 20,
      locale,
      recent: [],
      favourites: [],
      jurisdictions: ['KZ'],
    })

  it('come first on it, in the reviewer’s language, in place of the usual ones; nowhere else', () => {
    expect(found('', 'town.example', 'ru')[0]).toMatchObject({
      title: 'Без расизма',
      officialTitle: 'No racism',
    })
    expect(found('racis', 'town.example')[0]?.officialTitle).toBe('No racism')
    expect(found('racis', 'town.example').some(({ id }) => id === 'mastodon.rule-hate')).toBe(false)
    expect(found('', 'town.example').some(({ id }) => id === 'mastodon.category-spam')).toBe(true)
    for (const other of ['city.example', null]) {
      expect(found('racis', other)[0]?.id).toBe('mastodon.rule-hate')
      expect(found('racis', other).some(({ id }) => id.startsWith('server.'))).toBe(false)
    }
  })
})

describe('what is kept', () => {
  beforeEach(() => fakeBrowser.reset())

  it('is only of servers that the reviewer has, as the same software', async () => {
    const read = (software: string) => ({
      software,
      readAt: READ,
      rules: [{ id: '1', text: 'No racism', translations: {} }],
    })
    await fakeBrowser.storage.local.set({
      serverRules: {
        'a.example': read('mastodon'),
        'b.example': read('mastodon'),
        'c.example': read('misskey'),
        'd.example': { software: 'mastodon', rules: 'none' },
      },
    })
    await settings.set({
      servers: { 'a.example': 'mastodon', 'c.example': 'mastodon', 'd.example': 'mastodon' },
    })
    expect(Object.keys(await storedServerRules())).toEqual(['a.example'])
    const [pack] = await serverPacks(shipped)
    expect(pack).toMatchObject({ id: 'server-a-example', title: { en: 'a.example' } })
  })

  it('is asked for once a week, without cookies; a server that fails keeps what was read', async () => {
    await settings.set({
      servers: { 'a.example': 'mastodon', 'b.example': 'misskey', 'c.example': 'mastodon' },
    })
    const week = 7 * 86_400_000
    const asked: { url: string; method: string; credentials: string }[] = []
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      asked.push({ url, method: init.method ?? 'GET', credentials: String(init.credentials) })
      if (url.includes('c.example')) return new Response('<h1>gone</h1>', { status: 404 })
      const answer = url.includes('b.example')
        ? { serverRules: ['No scams'] }
        : [{ id: 1, text: 'No racism' }]
      return new Response(JSON.stringify(answer))
    })
    try {
      expect(await refreshServerRules(new AbortController().signal)).toBe(true)
      expect(asked).toEqual([
        { url: 'https://a.example/api/v1/instance/rules', method: 'GET', credentials: 'omit' },
        { url: 'https://b.example/api/meta', method: 'POST', credentials: 'omit' },
        { url: 'https://c.example/api/v1/instance/rules', method: 'GET', credentials: 'omit' },
      ])
      const known = await storedServerRules()
      expect(Object.entries(known).map(([host, { rules }]) => [host, rules[0]?.text])).toEqual([
        ['a.example', 'No racism'],
        ['b.example', 'No scams'],
        ['c.example', undefined],
      ])

      asked.length = 0
      await refreshServerRules(new AbortController().signal, Date.now() + week - 60_000)
      expect(asked).toEqual([])
      vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
      expect(await refreshServerRules(new AbortController().signal, Date.now() + week + 60_000)).toBe(false)
      expect((await serverPacks(shipped)).map(({ id }) => id)).toEqual([
        'server-a-example',
        'server-b-example',
      ])
    } finally {
      vi.unstubAllGlobals()
    }
  })
})
