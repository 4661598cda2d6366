import { describe, expect, it } from 'vitest'
import { type Found, placeOf, placeProblems } from '../../components/compose/problems'
import { missingIn } from '../../components/compose/ready'
import type { Form } from '../../utils/messages'
import { ITEM } from './background'

const ground = {
  groundId: 'a.b',
  why: 'because',
  passage: '',
  basis: '',
  territory: ['global'],
  measure: 'none' as const,
  elements: [],
  answers: {},
}
const form: Form = { item: {}, grounds: [ground, { ...ground, why: ' ' }], goodFaith: false, reference: '' }
const found = (more: Partial<Found> = {}): Found => ({
  missing: [],
  refused: [],
  assessment: { blocked: [], secondReviewer: [], warnings: [] },
  visited: new Set(),
  tried: false,
  ...more,
})

describe('where a problem stands', () => {
  it.each([
    ['grounds.0.why', 'grounds.0.why'],
    ['grounds.1.answers.own-office', 'grounds.1.answers.own-office'],
    ['grounds.1.territory.0', 'grounds.1.territory'],
    ['grounds.1.ground.title', 'grounds.1'],
    ['grounds.7.why', 'grounds'],
    ['grounds', 'grounds'],
    ['item.permalink', 'item.permalink'],
    ['item.author.name', 'item.authorName'],
    ['item.media.3.url', ''],
    ['goodFaith', 'goodFaith'],
    ['reasons.manyOnAuthor', 'reasons.manyOnAuthor'],
    ['nobody.knows', ''],
    [undefined, ''],
  ])('%s → %s', (field, place) => {
    expect(placeOf(field, form)).toBe(place)
  })
})

describe('what is missing', () => {
  it('is said in the order of the form', () => {
    expect(missingIn({ ...ITEM, permalink: null }, form).map(({ what }) => what)).toEqual([
      'item',
      'why',
      'declaration',
    ])
    expect(missingIn(ITEM, { ...form, grounds: [] }).map(({ field }) => field)).toEqual([
      'grounds',
      'goodFaith',
    ])
    const mended = { ...form, item: { permalink: 'https://x.example/1' }, goodFaith: true, grounds: [ground] }
    expect(missingIn({ ...ITEM, permalink: null }, mended)).toEqual([])
  })

  it('is no reproach before one has tried to send', () => {
    const missing = missingIn(ITEM, form)
    expect(placeProblems(form, found({ missing }))).toEqual([])
    const wrong = placeProblems(form, found({ missing, tried: true }))
    expect(wrong.map(({ level, field }) => `${level} ${field}`)).toEqual([
      'wrong grounds.1.why',
      'wrong goodFaith',
    ])
  })
})

describe('what due process says', () => {
  const open = { code: 'whyShort', field: 'grounds.0.why' }
  const warning = { code: 'passageMissing', field: 'grounds.0.passage' }

  it('waits until the reviewer has been in the field; warnings do not', () => {
    const assessment = { blocked: [open], secondReviewer: [], warnings: [warning] }
    const levels = (more: Partial<Found>) =>
      placeProblems(form, found({ assessment, ...more })).map(({ level }) => level)
    expect(levels({})).toEqual(['warning'])
    expect(levels({ visited: new Set(['grounds.0.why']) })).toEqual(['open', 'warning'])
    expect(levels({ tried: true })).toEqual(['wrong', 'warning'])
  })

  it('is not said twice: neither after a refusal nor where the form says that it is missing', () => {
    const assessment = {
      blocked: [open, { code: 'whyMissing', field: 'grounds.1.why' }],
      secondReviewer: [],
      warnings: [],
    }
    const all = placeProblems(
      form,
      found({ assessment, refused: [open], missing: missingIn(ITEM, form), tried: true }),
    )
    expect(all.map(({ problem, missing }) => problem?.code ?? missing)).toEqual([
      'why',
      'declaration',
      'whyShort',
    ])
  })
})
