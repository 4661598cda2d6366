import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordsOf } from '../../utils/i18n/catalogue'
import { makeTranslator } from '../../utils/i18n/translator'
import {
  clock,
  isIn,
  placeWords,
  regionFragment,
  regionOf,
  secondsIn,
  spanFragment,
  spanOf,
} from '../../utils/media-fragment'
import { type Media, Place } from '../../utils/notice'

const medium = (kind: Media['kind']): Media => ({ kind, url: null, poster: null, alt: null })
const MEDIA = [medium('image'), medium('video'), medium('audio'), medium('file')]

describe('a region of a picture', () => {
  it('is written within the picture, to a tenth of a per cent, and read again', () => {
    const [place, share] = [
      fc.double({ min: 0, max: 99, noNaN: true }),
      fc.double({ min: 0.5, max: 1, noNaN: true }),
    ]
    fc.assert(
      fc.property(place, place, share, share, (x, y, wide, high) => {
        const [width, height] = [wide * (100 - x), high * (100 - y)]
        const fragment = regionFragment({ x, y, width, height })
        expect(Place.safeParse({ media: 0, fragment }).success).toBe(true)
        const again = regionOf(fragment)
        for (const [one, other] of [
          [again?.x, x],
          [again?.y, y],
          [again?.width, width],
          [again?.height, height],
        ])
          expect(Math.abs((one ?? 1e9) - (other ?? 0))).toBeLessThan(0.11)
      }),
    )
  })

  it.each([
    'xywh=percent:0,0,0,50',
    'xywh=percent:60,0,50,10',
    'xywh=1,2,3,4',
    't=1',
    '',
    'xywh=percent:1,2,3',
  ])('%s is none', (fragment) => expect(regionOf(fragment)).toBeNull())
})

describe('a time of a film', () => {
  it.each<[string, number | null]>([
    ['75', 75],
    ['1:15', 75],
    ['01:01:15', 3675],
    ['0:05,5', 5.5],
    ['', null],
    ['1:2:3:4', null],
    ['-5', null],
    ['soon', null],
  ])('“%s” is %s', (text, seconds) => expect(secondsIn(text)).toBe(seconds))

  it('is written as people write it, and read again', () => {
    expect([5, 75, 75.5, 3675].map(clock)).toEqual(['0:05', '1:15', '1:15.5', '1:01:15'])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_399 }), (seconds) => {
        expect(secondsIn(clock(seconds))).toBe(seconds)
      }),
    )
  })

  it('has an end after its beginning, or none', () => {
    expect(spanOf(spanFragment({ from: 5, to: 9 }))).toEqual({ from: 5, to: 9 })
    expect(spanOf(spanFragment({ from: 5, to: null }))).toEqual({ from: 5, to: null })
    expect(spanOf('t=9,5')).toBeNull()
  })
})

describe('a place', () => {
  it('is in the item where it has such a medium with such a part', () => {
    const region = 'xywh=percent:10,10,20,20'
    const inside = (media: number, fragment: string) => isIn(MEDIA, { media, fragment })
    expect([0, 1, 2, 3, 4].map((at) => inside(at, region))).toEqual([true, true, false, false, false])
    expect([0, 1, 2, 3, 4].map((at) => inside(at, 't=5'))).toEqual([false, true, true, false, false])
    expect(inside(0, 'xywh=percent:90,0,20,20')).toBe(false)
  })

  it('is said in words', () => {
    const t = makeTranslator(wordsOf('en', ['place']), 'en')
    expect(placeWords(t, MEDIA, { media: 0, fragment: 'xywh=percent:25,10.5,50,30' })).toBe(
      'Picture 1: 50 % × 30 % of it, 25 % from the left and 10.5 % from the top',
    )
    expect(placeWords(t, MEDIA, { media: 1, fragment: 't=65,80' })).toBe('Video 2: from 1:05 to 1:20')
    expect(placeWords(t, MEDIA, { media: 1, fragment: 't=65' })).toBe('Video 2: from 1:05 on')
  })
})
