import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, spellings, words } from '../../utils/grounds/fold'
import { distanceToPrefix } from '../../utils/grounds/typing-errors'

describe('fold', () => {
  it.each([
    ['Volksverhetzung', 'VOLKSVERHETZUNG'],
    ['Üble', 'Ueble'],
    ['Üble', 'Uble'],
    ['Straße', 'Strasse'],
    ['диффамация', 'diffamaciya'],
    ['диффамация', 'difamacia'],
    ['терроризм', 'terrorizm'],
    ['қорлау', 'korlau'],
    ['Ёж', 'еж'],
    ['harcèlement', 'harcelement'],
    ['шантаж', 'shantazh'],
    ['экстремизм', 'ekstremizm'],
    ['extremism', 'ekstremism'],
  ])('%s is found as %s', (written, typed) => {
    expect(fold(written)).toBe(fold(typed))
  })

  it.each([
    ['130', '1300'],
    ['111', '11'],
    ['86', '86a'],
    ['174', '147'],
    ['rat', 'hat'],
  ])('%s and %s stay two', (one, other) => {
    expect(fold(one)).not.toBe(fold(other))
  })

  const text = fc.string({ unit: 'grapheme', maxLength: 40 })

  it('what was typed so far folds to a beginning of the whole', () => {
    fc.assert(
      fc.property(text, text, (typed, rest) => {
        // A mark joins the letter before it and is no letter of its own.
        fc.pre(!/^\p{M}/u.test(rest.normalize('NFKD')))
        expect(fold(typed + rest).startsWith(fold(typed))).toBe(true)
      }),
    )
  })

  it('is stable: folded twice is folded once', () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(fold(fold(any))).toBe(fold(any))
      }),
    )
  })

  it('loses no digit', () => {
    fc.assert(fc.property(fc.stringMatching(/^\d{0,12}$/), (digits) => fold(digits) === digits))
  })
})

describe('words', () => {
  it.each([
    ['§ 86a StGB', ['86a', 'stgb']],
    ['art174', ['art', '174']],
    ['s16', ['s', '16']],
    ['456-2', ['456', '2']],
    ["l'incitation", ['l', 'inkitation']],
    ['  ', []],
    ['', []],
    ['!?§', []],
  ])('%j', (typed, expected) => {
    expect(words(typed)).toEqual(expected)
  })

  it('are never empty and hold neither space nor capital', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (any) => {
        for (const word of words(any)) expect(word).toMatch(/^[^\s\p{Lu}]+$/u)
      }),
    )
  })

  it('are indexed in every way in which they may be typed', () => {
    for (const typed of ['жала', 'zhala', 'jala']) expect(spellings('жала')).toContain(words(typed)[0])
    for (const typed of ['диффамация', 'diffamaciya', 'diffamatsiya'])
      expect(spellings('диффамация')).toContain(words(typed)[0])
    expect(spellings('hate')).toEqual(words('hate'))
  })
})

describe('typing errors', () => {
  it.each([
    ['hate', 'hateful', 0],
    ['haet', 'hateful', 1],
    ['hte', 'hateful', 1],
    ['hatte', 'hateful', 1],
    ['hzte', 'hateful', 1],
    ['xzte', 'hateful', 2],
    ['violnce', 'violence', 1],
    ['abc', '', 3],
    ['', 'abc', 0],
  ])('%s to %s: %i', (typed, word, errors) => {
    expect(distanceToPrefix(typed, word, 2)).toBe(Math.min(errors, 3))
  })

  it('none for a beginning, at most one for one change, never more than the limit and one', () => {
    const word = fc.stringMatching(/^[a-z]{0,14}$/)
    fc.assert(
      fc.property(word, word, fc.nat(14), fc.nat(3), (a, b, at, most) => {
        expect(distanceToPrefix(a, a + b, most)).toBe(0)
        const cut = Math.min(at, a.length)
        expect(distanceToPrefix(`${a.slice(0, cut)}q${a.slice(cut)}`, a + b, 3)).toBeLessThanOrEqual(1)
        expect(distanceToPrefix(a, b, most)).toBeLessThanOrEqual(most + 1)
      }),
    )
  })
})
