import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess } from '../../utils/assess/assess'
import { type History, NO_HISTORY } from '../../utils/assess/history'
import { marksOf } from '../../utils/assess/marks'
import { OrganisationRules, rulesFor } from '../../utils/assess/rules'
import { SAFEGUARDS } from '../../utils/assess/safeguards'
import type { Ground } from '../../utils/grounds/ground'
import type { Assessment } from '../../utils/messages'
import { type GroundUse, Measure, Notice } from '../../utils/notice'
import { sampleGround, sampleNotice } from '../support/samples'
import { ACCOUNT, law, NO_ANSWERS } from './judged'

const WORDS = [
  'the post calls on people to attack a named place tonight',
  'You must remove it at once',
  'No incitement to violence',
  'Удалите немедленно',
  '+7 701 123 45 67',
  'https://x.com/a/status/1 https://x.com/a/status/2 https://x.com/a/status/3',
  '「」\u0000\uD800\u202E',
  '«'.repeat(300),
  '"'.repeat(301),
]
const text = (max: number) =>
  fc
    .oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...WORDS)).map((all) => all.join(' ')),
    )
    .map((one) => one.slice(0, max))
const orNull = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null })
const instant = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const day = instant.map((at) => at.slice(0, 10))
const permalink = fc.oneof(
  fc.webUrl(),
  fc.string({ minLength: 1, maxLength: 2000 }),
  fc.constantFrom(
    'https://x.com/ada/status/1',
    'https://x.com/ada',
    'https://www.facebook.com/reel/1',
    'https://m.example/@ada/1',
    'whatsapp:1',
    'https://xn--fcebook-2fg.com/',
    'https://[::1]/',
    'javascript:1',
  ),
)

const ground: fc.Arbitrary<Ground> = fc
  .record({
    base: fc.constantFrom(sampleGround(), law(), law({ id: 'eu.x', jurisdiction: 'EU' })),
    id: fc.constantFrom('a.b', 'c.d', 'e.f', 'g.h', 'i.j'),
    platform: orNull(fc.constantFrom('x', 'meta', 'mastodon', 'own')),
    title: fc.constantFrom('No incitement', '…', 'Bedrohung'),
    speech: fc.constantFrom('none', 'context', 'high'),
    capture: fc.constantFrom('full', 'text', 'url'),
    notifierIdentity: fc.constantFrom('required', 'optional', 'suppress'),
    secondReviewer: fc.boolean(),
    scope: fc.constantFrom('item', 'account'),
    test: orNull(fc.constant('rabat')),
    retentionDays: fc.nat(3650),
    validFrom: orNull(day),
    validTo: orNull(day),
    checkedOn: day,
  } as const)
  .map(({ base, platform, test, validFrom, validTo, ...rest }) => ({
    ...base,
    ...rest,
    ...(platform ? { platform } : {}),
    ...(test ? { test } : {}),
    ...(validFrom ? { validFrom } : {}),
    ...(validTo ? { validTo } : {}),
  })) as fc.Arbitrary<Ground>

const use: fc.Arbitrary<GroundUse> = fc.record({
  ground,
  explanation: fc.record({ why: text(5000), passage: orNull(text(5000)), basis: orNull(text(1000)) }),
  territory: fc.array(fc.constantFrom('DE', 'FR', 'KZ', 'EU', 'global', 'world', ''), {
    minLength: 1,
    maxLength: 5,
  }),
  measure: fc.constantFrom(...Measure.options),
  elements: fc.array(fc.boolean(), { maxLength: 12 }),
  answers: fc.oneof(
    fc.constant(NO_ANSWERS),
    fc.dictionary(
      fc.constantFrom('satire', 'own-office', 'nevertheless', '__proto__', 'constructor'),
      text(1000),
    ),
  ),
})

const notice: fc.Arbitrary<Notice> = fc
  .record({
    at: instant,
    madeAt: instant,
    item: fc.record({
      platform: fc.constantFrom('x', 'mastodon', 'facebook', 'web', 'whatsapp', 'nobody', '__proto__'),
      kind: fc.constantFrom('post', 'comment', 'profile', 'page', 'channel'),
      permalink,
      text: orNull(text(100_000)),
      language: orNull(fc.constantFrom('en', 'ru-RU', '')),
      name: orNull(text(500)),
      handle: orNull(text(300)),
    }),
    grounds: fc.array(use, { minLength: 1, maxLength: 5 }),
    code: fc.constantFrom('R1', 'R2'),
    discloseNotifier: fc.boolean(),
    reasons: orNull(fc.dictionary(fc.constantFrom('manyOnAuthor', '__proto__'), text(1000))),
  } as const)
  .map(({ at, madeAt, item: { name, handle, ...item }, grounds, code, discloseNotifier, reasons }) => {
    const base = sampleNotice()
    return {
      ...base,
      createdAt: at,
      declaration: { ...base.declaration, madeAt },
      item: { ...base.item, ...item, author: { name, handle, address: null } },
      grounds,
      reviewer: { code },
      discloseNotifier,
      ...(reasons ? { reasons } : {}),
    }
  })

const history: fc.Arbitrary<History> = fc.record({
  openOnAuthor: fc.nat(20),
  mostOnAuthor: fc.nat(20),
  openOnItem: fc.boolean(),
  decidedOnItem: orNull(fc.integer({ min: 1_500_000_000_000, max: 2_000_000_000_000 })),
  copied: fc.subarray(['a.b', 'c.d']),
  receivedAt: orNull(fc.integer({ min: 1_500_000_000_000, max: 2_000_000_000_000 })),
  sameInstant: fc.boolean(),
  inSameMinute: fc.nat(30),
  correctsOwn: orNull(fc.boolean()),
  recent: fc.record({
    count: fc.nat(50),
    sameAuthor: fc.nat(50),
    sameTopic: fc.nat(50),
    sameLanguage: fc.nat(50),
  }),
  decisions: fc.record({ decided: fc.nat(50), unfounded: fc.nat(50) }),
})
const organisation = fc
  .record(
    {
      publicAuthority: fc.boolean(),
      secondReviewer: fc.constantFrom('asked', 'always'),
      ownOffice: fc.constantFrom('block', 'secondReviewer'),
      jurisdictions: orNull(fc.subarray(['DE', 'EU', 'KZ'])),
      maxOpenPerAuthor: orNull(fc.integer({ min: 1, max: 20 })),
    } as const,
    { requiredKeys: [] },
  )
  .map((given) => rulesFor(ACCOUNT, OrganisationRules.parse(given)))

const codes = ({ blocked, secondReviewer, warnings }: Assessment) => ({
  blocked: new Set(blocked.map(({ code }) => code)),
  secondReviewer: new Set(secondReviewer.map(({ code }) => code)),
  warnings: new Set(warnings.map(({ code }) => code)),
})

describe('assess', () => {
  it('judges every notice that its schema lets through, and only by findings that are listed', async () => {
    await fc.assert(
      fc.asyncProperty(notice, history, organisation, async (one, before, rules) => {
        const parsed = Notice.parse(one)
        const { blocked, secondReviewer, warnings } = assess(parsed, before, rules)
        for (const { code } of [...blocked, ...secondReviewer, ...warnings])
          expect(SAFEGUARDS.some(({ finds }) => Object.hasOwn(finds, code))).toBe(true)
        expect((await marksOf(parsed)).whys).toHaveLength(parsed.grounds.length)
      }),
      { numRuns: 300 },
    )
  })

  it('says the same of the same', () => {
    fc.assert(
      fc.property(notice, history, organisation, (one, before, rules) => {
        expect(assess(one, before, rules)).toEqual(assess(structuredClone(one), before, rules))
      }),
    )
  })

  it('lifts no block, and spares no second reviewer, when a ground is added', () => {
    fc.assert(
      fc.property(notice, use, fc.nat(5), history, organisation, (one, more, at, before, rules) => {
        const few = codes(assess(one, before, rules))
        const many = codes(assess({ ...one, grounds: one.grounds.toSpliced(at, 0, more) }, before, rules))
        for (const code of few.blocked) expect([...many.blocked]).toContain(code)
        for (const code of few.secondReviewer) expect([...many.secondReviewer]).toContain(code)
      }),
      { numRuns: 500 },
    )
  })

  it('says the same whatever the order of the grounds', () => {
    fc.assert(
      fc.property(
        notice.chain((one) =>
          fc.record({
            one: fc.constant(one),
            turned: fc
              .shuffledSubarray(one.grounds, { minLength: one.grounds.length })
              .map((grounds) => ({ ...one, grounds })),
          }),
        ),
        history,
        organisation,
        ({ one, turned }, before, rules) => {
          expect(codes(assess(turned, before, rules))).toEqual(codes(assess(one, before, rules)))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('is quick enough to be asked at each pause of the typing', () => {
    const long = { ...sampleNotice() }
    long.item = { ...long.item, text: 'слово и ещё слово, '.repeat(5_000) }
    long.grounds = Array.from({ length: 10 }, () => ({
      ...(long.grounds[0] as GroundUse),
      explanation: { why: '„'.repeat(5000), passage: 'ab '.repeat(1600), basis: '+7 '.repeat(300) },
    }))
    const before = performance.now()
    assess(long, NO_HISTORY, rulesFor(ACCOUNT))
    expect(performance.now() - before).toBeLessThan(2_000)
  })
})
