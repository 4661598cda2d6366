import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { packFiles, readPack, readPhrases, readTaxonomy } from '../../scripts/pack-files'
import { checkPacks } from '../../scripts/packs-check'
import { catalogue } from '../../utils/background/catalogue'
import { buildCatalogue } from '../../utils/grounds/catalogue'
import { declaration } from '../../utils/grounds/declaration'
import { Ground } from '../../utils/grounds/ground'
import { expandPack, parsePack } from '../../utils/grounds/pack-file'
import { rulesOwner } from '../../utils/grounds/platforms'
import { classTitles } from '../../utils/grounds/taxonomy'
import { LOCALES } from '../../utils/i18n/catalogue'
import { Declaration, Notice } from '../../utils/notice'
import { SITES } from '../../utils/sites'
import { sampleGround, sampleNotice } from '../support/samples'

const TODAY = '2026-11-25'
const files = packFiles().map((file) => ({ file, json: readPack(file) }))
const phrases = readPhrases()
const taxonomy = readTaxonomy()
const check = (given = files, words = phrases) => checkPacks(given, words, taxonomy, TODAY)

describe('the shipped packs', () => {
  it('have no errors and some 200 grounds or more, of six jurisdictions and the platforms', async () => {
    expect(check().errors).toEqual([])
    const { all } = await catalogue()
    const laws = all().filter(({ kind }) => kind === 'law')
    expect(all().length).toBeGreaterThan(200)
    expect(new Set(laws.map(({ jurisdiction }) => jurisdiction))).toEqual(
      new Set(['KZ', 'EU', 'DE', 'AT', 'FR', 'GB']),
    )
  })

  it('each ground survives the notice’s own schema', async () => {
    const { all } = await catalogue()
    for (const ground of all()) {
      expect(Ground.safeParse(ground).error, ground.id).toBeUndefined()
      const use = { ...sampleNotice().grounds[0], ground, elements: ground.elements.map(() => true) }
      expect(Notice.safeParse(sampleNotice({ grounds: [use as never] })).error, ground.id).toBeUndefined()
    }
  })

  it('every platform has rules of its own; where anybody runs the software, its servers have', async () => {
    const owners = new Set((await catalogue()).all().flatMap(({ platform }) => platform ?? []))
    const without = SITES.filter(({ policies }) => !owners.has(rulesOwner(policies)))
    expect(without.filter(({ find }) => find.origin !== 'self').map(({ name }) => name)).toEqual([])
  })

  it('every ground says where it can be read; of a platform’s rule that was read, in which version', async () => {
    for (const { id, kind, sourceUrl, confidence, policyVersion, readIn } of (await catalogue()).all()) {
      expect(sourceUrl, id).toMatch(/^https:\/\//)
      // The kinds of Mastodon's own report form have no version: they stand in its documentation.
      if (kind !== 'policy' || confidence !== 'S' || id.startsWith('mastodon.category-')) continue
      expect(policyVersion ?? readIn, id).toBeTruthy()
    }
  })

  it('what it is a crime to possess is reported by address alone, without the notifier’s name', async () => {
    const { all } = await catalogue()
    const abuse = all().filter(({ dsa }) => dsa.keywords.join().includes('CHILD_SEXUAL_ABUSE'))
    expect(abuse.length).toBeGreaterThan(10)
    for (const { id, capture, notifierIdentity } of abuse) {
      expect([id, capture, notifierIdentity]).toEqual([id, 'url', 'suppress'])
    }
    const of = new Set(abuse.flatMap(({ jurisdiction }) => jurisdiction ?? []))
    expect(of).toEqual(new Set(['KZ', 'EU', 'DE', 'AT', 'FR', 'GB']))
  })

  it('every Kazakh provision needs a second reviewer; what it says about speech counts as high', async () => {
    const { all, get } = await catalogue()
    const kazakh = all().filter(({ jurisdiction }) => jurisdiction === 'KZ')
    expect(kazakh.length).toBeGreaterThan(25)
    expect(kazakh.every(({ secondReviewer }) => secondReviewer)).toBe(true)
    for (const id of ['kz.cc.174', 'kz.cc.256', 'kz.cc.274', 'kz.coao.456-2', 'kz.platforms.separatism'])
      expect(get(id)?.speech, id).toBe('high')
  })

  it('only a request of the authorised body has a deadline; a referral of terrorist content has none', async () => {
    const { all } = await catalogue()
    const timed = all().flatMap(({ id, deadlineHours }) => (deadlineHours ? [[id, deadlineHours]] : []))
    expect(timed).toEqual([['kz.platforms.9-4', 24]])
  })

  it('name rules of platforms that there are sites for', async () => {
    const { all } = await catalogue()
    const owners = new Set(SITES.map(({ policies }) => rulesOwner(policies)))
    const named = new Set(all().flatMap(({ platform }) => platform ?? []))
    for (const platform of named) expect(owners, platform).toContain(platform)
  })

  it('each class has its words in every language', async () => {
    const { all } = await catalogue()
    for (const { id, dsa } of all()) {
      const titles = classTitles(taxonomy, dsa)
      expect(titles.length, id).toBeGreaterThan(0)
      for (const title of titles) for (const locale of LOCALES) expect(title[locale], id).toBeTruthy()
    }
  })
})

/** The first pack with something changed in its first ground, or in the file. */
function broken(change: Record<string, unknown>, words = phrases): string[] {
  const [first, ...others] = files
  const pack = structuredClone(first?.json) as { groups: { grounds: Record<string, unknown>[] }[] }
  Object.assign(pack.groups[0]?.grounds[0] ?? {}, change)
  return check([{ file: 'law/broken.json', json: pack }, ...others], words).errors
}

describe('grounds:check finds', () => {
  it.each([
    ['an id that comes twice', { id: 'de.stgb.130' }, 'twice'],
    ['a ground without a source', { sourceUrl: '' }, 'no source'],
    ['a source that is no address', { sourceUrl: 'see the law' }, 'no source'],
    [
      'a missing translation',
      { titles: { de: 'Nötigung', en: 'Coercion' }, title: 'Nötigung' },
      'no title in ru, kk',
    ],
    ['an official title that is not among the titles', { title: 'Etwas anderes' }, 'official title'],
    ['an unknown phrase', { elements: ['nobody-wrote-this'] }, 'no such phrase: law-at: nobody-wrote-this'],
    [
      'an unknown category',
      { dsa: { category: 'STATEMENT_CATEGORY_X', keywords: [] } },
      'not in the taxonomy',
    ],
    [
      'a keyword of another category',
      { dsa: { category: 'STATEMENT_CATEGORY_VIOLENCE', keywords: ['KEYWORD_DEFAMATION'] } },
      'KEYWORD_DEFAMATION not in',
    ],
    ['a reason that Ozone has not', { map: { ozone: 'tools.ozone.report.defs#reasonRude' } }, 'Ozone has no'],
    ['a category that Mastodon has not', { map: { mastodon: 'illegal' } }, 'Mastodon has no'],
    ['a type that XARF has not', { map: { xarf: ['content', 'hate'] } }, 'XARF has no'],
    ['a law without a jurisdiction', { kind: 'policy' }, 'a policy has a platform'],
    [
      'validity that ends before it begins',
      { validFrom: '2025-01-01', validTo: '2024-01-01' },
      'before it begins',
    ],
    ['speech without a defence', { speech: 'high', defences: [] }, 'names no defence'],
    ['no check list', { elements: [] }, 'no elements'],
    ['a parent that is not there', { parentId: 'at.stgb.0' }, 'parent'],
    ['an address alone with the notifier named', { capture: 'url' }, 'notifier'],
    [
      'abuse material that is captured',
      {
        dsa: {
          category: 'STATEMENT_CATEGORY_PROTECTION_OF_MINORS',
          keywords: ['KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL'],
        },
      },
      'address alone',
    ],
    ['a Kazakh law without a second reviewer', { jurisdiction: 'KZ' }, 'second reviewer'],
    ['a day that is none', { checkedOn: '2026-02-31' }, 'checkedOn'],
  ])('%s', (_, change, message) => {
    const errors = broken(change)
    expect(errors.join('\n')).toContain(message)
    expect(errors.length).toBe(1)
  })

  it('a phrase that nobody uses, and one that is not translated', () => {
    const odd = { en: 'Odd', ru: 'Странно', kk: 'Оғаш' }
    expect(check(files, { ...phrases, odd }).errors).toEqual(['phrases.json: nobody uses odd'])
    const { kk: _, ...public_ } = phrases.public ?? {}
    expect(check(files, { ...phrases, public: public_ }).errors).toEqual(['phrases.json: public lacks kk'])
  })

  it('what is stale after twelve months, and what was not read in the source', () => {
    const { stale } = checkPacks(files, phrases, taxonomy, '2027-11-24')
    expect(stale).toEqual([])
    expect(checkPacks(files, phrases, taxonomy, '2027-11-26').stale.length).toBeGreaterThan(200)
    const { unsure } = check()
    expect(unsure.some((line) => line.startsWith('K  kz.cc.131'))).toBe(true)
    expect(unsure.some((line) => line.includes('de.stgb.130'))).toBe(false)
  })
})

describe('packs', () => {
  it('no later pack can change a ground of an earlier one', () => {
    const pack = (id: string, title: string) => ({
      id,
      version: 1,
      title: { en: id },
      grounds: [sampleGround({ id: 'org.a.one', title })],
    })
    const { get, all } = buildCatalogue([pack('a', 'first'), pack('b', 'second')])
    expect(get('org.a.one')?.title).toBe('first')
    expect(all()).toHaveLength(1)
  })

  it('a line says only what differs from its group; a pack may bring phrases of its own', () => {
    const file = {
      id: 'own',
      version: 1,
      title: { en: 'Own' },
      phrases: { mine: { en: 'Mine' } },
      groups: [
        { of: { kind: 'policy' as const, elements: ['public'] }, grounds: [{ elements: ['mine'] }, {}] },
      ],
    }
    const { grounds } = expandPack(file, phrases)
    expect(grounds.map(({ kind, elements, capture }) => [kind, elements, capture])).toEqual([
      ['policy', [{ en: 'Mine' }], 'full'],
      ['policy', [phrases.public], 'full'],
    ])
  })

  it.each([
    null,
    7,
    'x',
    [],
    {},
    { id: 'x' },
    { id: 'x', version: 1, title: {}, groups: [{ of: {}, grounds: [{}] }] },
  ])('what is no pack is refused with its reason: %j', (json) => {
    expect(() => parsePack(json, phrases)).toThrow(
      expect.objectContaining({ problem: { code: 'packWrong', params: { detail: expect.any(String) } } }),
    )
  })
})

describe('declaration', () => {
  it('is there in every language, fits the notice and says which version it is', () => {
    for (const locale of LOCALES) {
      const made = { ...declaration(locale), madeAt: '2026-11-25T10:00:00.000Z' }
      expect(Declaration.parse(made)).toEqual(made)
      expect(made.language).toBe(locale)
    }
  })

  it('states the bona fide belief that information and allegations are accurate and complete (DSA 16(2)(d))', () => {
    const { text } = declaration('en')
    for (const part of ['in good faith', 'information and allegations', 'accurate and complete'])
      expect(text).toContain(part)
    for (const locale of LOCALES) expect(declaration(locale).text).not.toMatch(/must|remove|удал|жой/i)
  })
})

it('the packs on the disk are all in the list', () => {
  const folder = path.join(import.meta.dirname, '../../utils/grounds/packs')
  const there = fs
    .readdirSync(folder, { recursive: true })
    .filter((one) => /[\\/].*\.json$/.test(String(one)))
  expect(packFiles().length).toBe(there.length)
})
