import { beforeAll, describe, expect, it } from 'vitest'
import { buildCatalogue, type Catalogue, loadCatalogue } from '../../utils/grounds/catalogue'
import { type Search, searchGrounds } from '../../utils/grounds/search'
import { sampleGround } from '../support/samples'

let catalogue: Catalogue
beforeAll(async () => {
  catalogue = await loadCatalogue()
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

/** Typed on a platform → the ground that has to be among the first five. */
const THREE_KEYS: [platform: string, typed: string, ground: string][] = [
  ['facebook', 'hat', 'meta.hateful-conduct'],
  ['facebook', 'haet', 'meta.hateful-conduct'],
  ['facebook', 'нен', 'meta.hateful-conduct'],
  ['facebook', 'vio', 'meta.violence-incitement'],
  ['facebook', 'inc', 'meta.violence-incitement'],
  ['facebook', 'bul', 'meta.bullying-harassment'],
  ['facebook', 'трав', 'meta.bullying-harassment'],
  ['facebook', 'pri', 'meta.privacy-violations'],
  ['facebook', 'sui', 'meta.suicide-self-injury'],
  ['facebook', 'dan', 'meta.dangerous-organizations'],
  ['facebook', 'опа', 'meta.dangerous-organizations'],
  ['facebook', 'spa', 'meta.spam'],
  ['facebook', 'sacm', 'meta.fraud-scams'],
  ['facebook', 'мош', 'meta.fraud-scams'],
  ['facebook', 'csam', 'meta.child-sexual-exploitation'],
  ['instagram', 'дет', 'meta.child-sexual-exploitation'],
  ['threads', 'mis', 'meta.misinformation'],
  ['x', 'hat', 'x.hateful-conduct'],
  ['x', 'csam', 'x.child-safety'],
  ['x', 'hara', 'x.abuse-harassment'],
  ['x', 'nud', 'x.non-consensual-nudity'],
  ['mastodon', 'spa', 'mastodon.category-spam'],
  ['mastodon', 'rac', 'mastodon.rule-hate'],
]

describe('the right ground in three keystrokes or so', () => {
  it.each(THREE_KEYS)('%s: %s → %s', (platform, typed, ground) => {
    expect(typed.length).toBeLessThanOrEqual(4)
    expect(search(typed, { platform })).toContain(ground)
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
