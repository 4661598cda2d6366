import { beforeAll, describe, expect, it } from 'vitest'
import { catalogue as loaded } from '../../utils/background/catalogue'
import { buildCatalogue, type Catalogue } from '../../utils/grounds/catalogue'
import { jurisdictionsOf } from '../../utils/grounds/jurisdictions'
import { type Search, searchGrounds } from '../../utils/grounds/search'
import { sampleGround } from '../support/samples'

let catalogue: Catalogue
beforeAll(async () => {
  catalogue = await loaded()
})

const search = (query: string, more: Partial<Search> = {}, from = catalogue) =>
  searchGrounds(from, {
    query,
    platform: 'facebook',
    limit: 5,
    locale: 'en',
    recent: [],
    favourites: [],
    jurisdictions: ['KZ'],
    today: '2026-11-25',
    ...more,
  }).map(({ id }) => id)

/** In a country on a platform: typed → the ground that has to be among the first five. */
const THREE_KEYS: [country: string, platform: string, typed: string, ground: string][] = [
  ['KZ', 'facebook', 'hat', 'meta.hateful-conduct'],
  ['KZ', 'facebook', 'haet', 'meta.hateful-conduct'],
  ['KZ', 'facebook', 'нен', 'meta.hateful-conduct'],
  ['KZ', 'facebook', 'vio', 'meta.violence-incitement'],
  ['KZ', 'facebook', 'inc', 'meta.violence-incitement'],
  ['KZ', 'facebook', 'bul', 'meta.bullying-harassment'],
  ['KZ', 'facebook', 'трав', 'meta.bullying-harassment'],
  ['KZ', 'facebook', 'pri', 'meta.privacy-violations'],
  ['KZ', 'facebook', 'sui', 'meta.suicide-self-injury'],
  ['KZ', 'facebook', 'dan', 'meta.dangerous-organizations'],
  ['KZ', 'facebook', 'опа', 'meta.dangerous-organizations'],
  ['KZ', 'facebook', 'spa', 'meta.spam'],
  ['KZ', 'facebook', 'sacm', 'meta.fraud-scams'],
  ['KZ', 'facebook', 'мош', 'meta.fraud-scams'],
  ['KZ', 'facebook', 'csam', 'meta.child-sexual-exploitation'],
  ['KZ', 'instagram', 'дет', 'meta.child-sexual-exploitation'],
  ['KZ', 'threads', 'mis', 'meta.misinformation'],
  ['KZ', 'x', 'hat', 'x.hateful-conduct'],
  ['KZ', 'x', 'csam', 'x.child-safety'],
  ['KZ', 'x', 'hara', 'x.abuse-harassment'],
  ['KZ', 'x', 'nud', 'x.non-consensual-nudity'],
  ['KZ', 'mastodon', 'spa', 'mastodon.category-spam'],
  ['KZ', 'mastodon', 'rac', 'mastodon.rule-hate'],
  ['KZ', 'vk', 'экс', 'vk.extremism'],
  ['KZ', 'telegram', 'spam', 'telegram.spam'],
  ['KZ', 'facebook', '174', 'kz.cc.174'],
  ['KZ', 'facebook', '17', 'kz.cc.174'],
  ['KZ', 'facebook', 'розн', 'kz.cc.174'],
  ['KZ', 'facebook', 'алау', 'kz.cc.174'],
  ['KZ', 'facebook', 'alau', 'kz.cc.174'],
  ['KZ', 'facebook', '256', 'kz.cc.256'],
  ['KZ', 'facebook', 'терр', 'kz.cc.256'],
  ['KZ', 'facebook', '274', 'kz.cc.274'],
  ['KZ', 'facebook', 'лож', 'kz.cc.274'],
  ['KZ', 'facebook', '456', 'kz.coao.456-2'],
  ['KZ', 'facebook', 'клев', 'kz.coao.73-3'],
  ['KZ', 'facebook', 'клве', 'kz.coao.73-3'],
  ['KZ', 'facebook', 'жала', 'kz.coao.73-3'],
  ['KZ', 'facebook', 'jala', 'kz.coao.73-3'],
  ['KZ', 'facebook', 'сеп', 'kz.platforms.separatism'],
  ['KZ', 'facebook', '405', 'kz.cc.405'],
  ['KZ', 'facebook', '24 ч', 'kz.platforms.9-4'],
  ['KZ', 'facebook', 'алая', 'kz.cc.190'],
  ['KZ', 'facebook', 'нарк', 'kz.platforms.drugs'],
  ['DE', 'facebook', '130', 'de.stgb.130'],
  ['DE', 'facebook', '§130', 'de.stgb.130'],
  ['DE', 'facebook', 'volk', 'de.stgb.130'],
  ['DE', 'facebook', 'vlok', 'de.stgb.130'],
  ['DE', 'facebook', 'hass', 'de.stgb.130'],
  ['DE', 'facebook', 'hetz', 'de.stgb.130'],
  ['DE', 'facebook', '86a', 'de.stgb.86a'],
  ['DE', 'facebook', 'bele', 'de.stgb.185'],
  ['DE', 'facebook', 'übl', 'de.stgb.186'],
  ['DE', 'facebook', 'ueb', 'de.stgb.186'],
  ['DE', 'facebook', 'verl', 'de.stgb.187'],
  ['DE', 'facebook', 'kind', 'de.stgb.184b'],
  ['DE', 'facebook', 'bedr', 'de.stgb.241'],
  ['DE', 'facebook', 'terr', 'eu.tco.2-7'],
  ['AT', 'x', '283', 'at.stgb.283'],
  ['AT', 'x', 'verh', 'at.stgb.283'],
  ['AT', 'x', '3h', 'at.verbotsg.3h'],
  ['AT', 'x', 'stal', 'at.stgb.107a'],
  ['FR', 'tiktok', 'inju', 'fr.presse.33'],
  ['FR', 'tiktok', 'diff', 'fr.presse.32'],
  ['FR', 'tiktok', '24', 'fr.presse.24'],
  ['FR', 'tiktok', 'apol', 'fr.cp.421-2-5'],
  ['FR', 'tiktok', 'harc', 'fr.cp.222-33-2-2'],
  ['GB', 'youtube', 's18', 'gb.poa.18'],
  ['GB', 'youtube', 'stal', 'gb.pha.2a'],
  ['GB', 'youtube', 'frau', 'gb.osa.sch7-fraud'],
  ['GB', 'youtube', 'thre', 'gb.osa.181'],
  ['GB', 'youtube', 'hate', 'youtube.hate-speech'],
]

describe('the right ground in three keystrokes or so', () => {
  it.each(THREE_KEYS)('%s, %s: %s → %s', (country, platform, typed, ground) => {
    expect(typed.length).toBeLessThanOrEqual(4)
    expect(search(typed, { platform, jurisdictions: jurisdictionsOf(country) })).toContain(ground)
  })

  it.each([
    ['art 174', 'kz.cc.174'],
    ['ст. 174', 'kz.cc.174'],
    ['174-бап', 'kz.cc.174'],
    ['УК 174', 'kz.cc.174'],
    ['§ 130 StGB', 'de.stgb.130'],
    ['130 StGB', 'de.stgb.130'],
    ['StGB 130', 'de.stgb.130'],
    ['art. 24 bis', 'fr.presse.24-bis'],
    ['222-33-2-2', 'fr.cp.222-33-2-2'],
    ['Volksverhetzung', 'de.stgb.130'],
    ['Volksferhezung', 'de.stgb.130'],
    ['диффамация', 'fr.presse.32'],
    ['diffamaciya', 'fr.presse.32'],
    ['difamatsiya', 'fr.presse.32'],
    ['Германия оскорбление', 'de.stgb.185'],
    ['hate UK', 'gb.poa.18'],
  ])('%s → %s first or nearly', (typed, ground) => {
    expect(search(typed, { jurisdictions: [], platform: 'web' }).slice(0, 3)).toContain(ground)
  })
})

const named = (id: string, title: string, more = {}) =>
  sampleGround({ id, title, titles: { en: title }, ...more })
const few = buildCatalogue([
  {
    id: 'few',
    version: 1,
    title: { en: 'Few' },
    grounds: [
      named('meta.one', 'Threatening', { platform: 'meta' }),
      named('x.one', 'Threats', { platform: 'x' }),
      named('kz.cc.115', 'Threat', {
        kind: 'law',
        platform: undefined,
        jurisdiction: 'KZ',
        provision: 'art. 115',
      }),
      named('de.stgb.241', 'Threat', {
        kind: 'law',
        platform: undefined,
        jurisdiction: 'DE',
        provision: '§ 241',
      }),
      named('fr.old', 'Threat', {
        kind: 'law',
        platform: undefined,
        jurisdiction: 'FR',
        provision: 'art. 1',
        validTo: '2025-01-01',
      }),
      named('fr.coming', 'Threat', {
        kind: 'law',
        platform: undefined,
        jurisdiction: 'FR',
        provision: 'art. 2',
        validFrom: '2027-01-01',
      }),
    ],
  },
])

describe('whose grounds come first', () => {
  it('the platform’s own policies, the reviewer’s jurisdiction, others; another platform’s never', () => {
    expect(search('thre', {}, few)).toEqual(['meta.one', 'kz.cc.115', 'de.stgb.241'])
    expect(search('thre', { jurisdictions: ['DE', 'EU'] }, few)).toEqual([
      'meta.one',
      'de.stgb.241',
      'kz.cc.115',
    ])
  })

  it('what the number or the whole title names, whosever it is', () => {
    for (const typed of ['241', '§ 241', '§241', 'art 241'])
      expect(search(typed, {}, few)[0]).toBe('de.stgb.241')
    expect(search('threat', {}, few)).toEqual(['kz.cc.115', 'de.stgb.241', 'meta.one'])
  })

  it('favourites and recent ones are raised', () => {
    expect(search('thre', { favourites: ['de.stgb.241'] }, few)[0]).toBe('de.stgb.241')
    expect(search('thre', { recent: ['de.stgb.241'] }, few)).toEqual(['meta.one', 'de.stgb.241', 'kz.cc.115'])
  })

  it('nothing typed: favourites, recent ones, own policies, the jurisdiction’s laws', () => {
    const ids = search('', { favourites: ['x.one', 'kz.cc.115'], recent: ['de.stgb.241'] }, few)
    expect(ids).toEqual(['kz.cc.115', 'de.stgb.241', 'meta.one'])
    expect(search(' § ', {}, few)).toEqual(['meta.one', 'kz.cc.115', 'de.stgb.241'])
  })

  it('what is not in force is not offered', () => {
    expect(search('1', {}, few)).not.toContain('fr.old')
    expect(search('threat', { today: '2027-02-01' }, few)).toContain('fr.coming')
    expect(search('threat', { today: '2024-02-01' }, few)).toContain('fr.old')
  })
})

describe('strange input', () => {
  it.each(['\u202e', '<script>', '((((', '*', '\0', '💥', 'a'.repeat(500), 'ー', '١٧٤'])('%j', (typed) => {
    expect(() => search(typed)).not.toThrow()
  })

  it('nothing that fits gives nothing', () => {
    expect(search('zvgzvg')).toEqual([])
  })
})
