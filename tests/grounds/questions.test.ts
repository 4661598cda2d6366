import { describe, expect, it } from 'vitest'
import { asked } from '../../components/compose/questions'
import { measuresFor } from '../../utils/grounds/measures'
import {
  ANSWERS,
  NEVERTHELESS,
  needsWhy,
  OWN_OFFICE,
  PROTECTED,
  questionsFor,
  RABAT,
} from '../../utils/grounds/questions'
import { toHit } from '../../utils/grounds/search'
import { LOCALES } from '../../utils/i18n/catalogue'
import { GroundUse } from '../../utils/notice'
import { sampleGround } from '../support/samples'

const ids = (ground: Parameters<typeof questionsFor>[0]) => questionsFor(ground).map(({ id }) => id)
const all = questionsFor({ speech: 'high', test: 'rabat' })

describe('protected-expression questions', () => {
  it('each has an id of its own that a notice can carry, and words in every language', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    const answers = Object.fromEntries(all.map(({ id }) => [id, 'yes']))
    expect(GroundUse.shape.answers.parse(answers)).toEqual(answers)
    for (const { id, text, help } of all) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
      for (const locale of LOCALES) expect(text[locale] && help[locale], `${id} ${locale}`).toBeTruthy()
    }
  })

  it('are asked about speech, not about conduct', () => {
    expect(ids({ speech: 'none' })).toEqual([])
    for (const speech of ['context', 'high'] as const) {
      expect(ids({ speech })).toEqual([
        'satire',
        'news',
        'art',
        'research',
        'counter',
        'public-figure',
        'public-interest',
        OWN_OFFICE,
        NEVERTHELESS,
      ])
    }
  })

  it('the threshold test adds the six parts of the Rabat Plan, before the last question', () => {
    const asked = ids({ speech: 'context', test: 'rabat' })
    expect(asked.slice(8, -1)).toEqual([
      'rabat-context',
      'rabat-speaker',
      'rabat-intent',
      'rabat-content',
      'rabat-extent',
      'rabat-likelihood',
    ])
    expect(asked.at(-1)).toBe(NEVERTHELESS)
  })

  it('says which answer protects, and it is one that can be given', () => {
    for (const { kind, protects } of all) {
      if (kind === 'text') expect(protects).toBeNull()
      else expect(ANSWERS[kind]).toContain(protects)
    }
    expect(PROTECTED.every(({ protects }) => protects === 'yes')).toBe(true)
    expect(RABAT.every(({ protects }) => protects === 'low')).toBe(true)
  })

  it('asks why nevertheless once something protects the item; a conflict of interest is another matter', () => {
    const no = Object.fromEntries(PROTECTED.map(({ id }) => [id, 'no']))
    expect(needsWhy({})).toBe(false)
    expect(needsWhy(no)).toBe(false)
    expect(needsWhy({ ...no, [OWN_OFFICE]: 'yes' })).toBe(false)
    for (const { id } of PROTECTED.filter(({ id }) => id !== OWN_OFFICE)) {
      expect(needsWhy({ ...no, [id]: 'yes' }), id).toBe(true)
    }
  })

  it('the form asks it at the same moment', () => {
    const hit = toHit(sampleGround({ speech: 'context', test: 'rabat' }), 'en')
    const isAsked = (answers: Record<string, string>) =>
      asked(hit.questions, answers).some(({ id }) => id === NEVERTHELESS)
    const all = hit.questions.filter(({ kind }) => kind !== 'text')
    for (const { id, kind } of all) {
      for (const answer of ANSWERS[kind as keyof typeof ANSWERS]) {
        expect(isAsked({ [id]: answer }), `${id} ${answer}`).toBe(needsWhy({ [id]: answer }))
      }
    }
    expect(asked(hit.questions, {})).toEqual(all)
  })

  it('come with the ground in the reviewer’s language', () => {
    const ground = sampleGround({ speech: 'high' })
    expect(toHit(ground, 'ru').questions[0]).toEqual({
      id: 'satire',
      kind: 'yesNo',
      text: 'Это сатира, пародия или ирония?',
      help: expect.stringContaining('буквально'),
      protects: 'yes',
    })
    expect(toHit(sampleGround(), 'en').questions).toEqual([])
  })
})

describe('measures in proportion', () => {
  const measures = (more: Parameters<typeof sampleGround>[0]) => measuresFor(sampleGround(more))
  const dsa = (category: string, keyword: string) => ({
    dsa: { category: `STATEMENT_CATEGORY_${category}`, keywords: [`KEYWORD_${keyword}`] },
  })

  it.each([
    ['what nobody may have is removed', { capture: 'url', kind: 'law', speech: 'none' }, ['remove']],
    ['a law: first in its territory', { kind: 'law', speech: 'context' }, ['restrict', 'remove']],
    [
      'punished speech: first of all an assessment',
      { kind: 'law', speech: 'high' },
      ['none', 'restrict', 'remove'],
    ],
    ['a policy holds everywhere', { kind: 'policy', speech: 'context' }, ['label', 'remove']],
    ['conduct against a platform’s rule', { kind: 'policy', speech: 'none' }, ['remove']],
    [
      'what is not for minors',
      { kind: 'policy', ...dsa('OTHER_VIOLATION_TC', 'ADULT_SEXUAL_MATERIAL') },
      ['ageGate', 'remove'],
    ],
    [
      'what misleads',
      { kind: 'policy', ...dsa('CONSUMER_INFORMATION', 'HIDDEN_ADVERTISEMENT') },
      ['label', 'remove'],
    ],
  ] as const)('%s', (_, ground, expected) => {
    expect(measures(ground as never)).toEqual(expected)
  })
})

describe('the hotline', () => {
  const hotline = (more: Parameters<typeof sampleGround>[0], country: string | null = null) =>
    toHit(sampleGround(more), 'en', country).hotline?.name
  const law = (jurisdiction: string) => ({ kind: 'law' as const, capture: 'url' as const, jurisdiction })

  it('is offered where nothing may be captured: the law’s country’s, the reviewer’s, or the international one', () => {
    expect(hotline(law('AT'), 'DE')).toBe('Stopline')
    expect(hotline(law('EU'), 'DE')).toContain('Beschwerdestelle')
    expect(hotline({ capture: 'url' }, 'KZ')).toBe('SafeKaznet')
    expect(hotline({ capture: 'url' }, 'NO')).toBe('INHOPE')
    expect(hotline({ capture: 'url' })).toBe('INHOPE')
  })

  it('is not offered with any other ground', () => {
    for (const capture of ['full', 'text'] as const) expect(hotline({ capture }, 'KZ')).toBeUndefined()
  })
})
