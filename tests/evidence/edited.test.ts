import { describe, expect, it } from 'vitest'
import { type Edit, editOf, editsAround, type Seen, seenIn } from '../../utils/evidence/edited'
import { COVER } from '../../utils/evidence/names'
import type { Item, Media } from '../../utils/notice'
import { sampleItem, sampleNotice, sampleUse } from '../support/samples'

const seen = (item: Partial<Item>, more: Partial<Seen> = {}): Seen => ({
  item: sampleItem(item),
  captureClass: 'full',
  at: '2026-11-24T12:00:00.000Z',
  ...more,
})
const of = (before: Partial<Item>, after: Partial<Item>) => editOf(seen(before), seen(after))
const marked = (edit: Edit | null) =>
  edit?.text
    .map(({ kind, text }) => (kind === 'same' ? text : `${kind === 'gone' ? '-' : '+'}[${text}]`))
    .join('')
const image = (url: string | null, more: Partial<Media> = {}): Media => ({
  kind: 'image',
  url,
  poster: null,
  alt: null,
  ...more,
})

describe('the words', () => {
  it('are compared as words, in any script', () => {
    expect(marked(of({ text: 'Meet at nine tonight.' }, { text: 'Meet at ten tonight.' }))).toBe(
      'Meet at -[nine ]+[ten ]tonight.',
    )
    expect(marked(of({ text: 'Бүгін кешке жиналамыз.' }, { text: 'Ертең кешке жиналамыз!' }))).toBe(
      '-[Бүгін ]+[Ертең ]кешке жиналамыз-[.]+[!]',
    )
    expect(marked(of({ text: 'One.' }, { text: 'One. Two.' }))).toBe('One. +[Two.]')
    expect(marked(of({ text: 'A picture.' }, { text: null }))).toBe('-[A picture.]')
  })

  it('are the same however the page broke its lines', () => {
    expect(of({ text: 'One line\n\nand another ' }, { text: 'One line and  another' })).toBeNull()
  })

  it('that one of two captures covers were not edited', () => {
    expect(of({ text: 'Ask Ada Lovelace today.' }, { text: `Ask ${COVER} today.` })).toBeNull()
    expect(of({ text: `Ask ${COVER} today.` }, { text: 'Ask Ada Lovelace today.' })).toBeNull()
    const edit = of({ text: 'Ask Ada Lovelace to come today.' }, { text: `Ask ${COVER} to come tonight.` })
    expect(marked(edit)).toBe(`Ask ${COVER} to come -[today]+[tonight].`)
    expect(JSON.stringify(edit)).not.toContain('Lovelace')
  })

  it('behind the end of a text that was cut are not known, so not edited', () => {
    const whole = 'The first sentence. The second sentence.'
    expect(of({ text: 'The first sentence. The sec…', truncated: true }, { text: whole })).toBeNull()
    expect(of({ text: whole }, { text: 'The first sentence. …', truncated: true })).toBeNull()
    expect(marked(of({ text: 'The last sentence. The sec…', truncated: true }, { text: whole }))).toMatch(
      /^The -\[last \]\+\[first \]sentence\. The /,
    )
    // What stands only in the text that was cut is gone from the whole one.
    expect(
      marked(of({ text: 'The first sentence. A call…', truncated: true }, { text: 'The first sentence.' })),
    ).toBe('The first sentence.-[A call]')
  })

  it('that were not captured, or were typed by the reviewer, are not compared', () => {
    expect(of({ text: 'One.' }, { text: 'Two.', mended: ['text'] })).toBeNull()
    expect(of({ text: null, missing: ['text'] }, { text: 'Two.' })).toBeNull()
    expect(editOf(seen({ text: 'One.' }), seen({ text: null }, { captureClass: 'url' }))).toBeNull()
  })

  it('of two long texts without a word in common stand one after the other, soon', () => {
    const long = (sign: string) => Array.from({ length: 5000 }, (_, at) => `${sign}${at}`).join(' ')
    const start = performance.now()
    const edit = of({ text: long('a') }, { text: long('b') })
    expect(edit?.text.map(({ kind }) => kind)).toEqual(['gone', 'new'])
    expect(performance.now() - start).toBeLessThan(2000)
  })

  it('far from a change are left out', () => {
    const words = 'word '.repeat(200)
    const edit = of({ text: `${words}nine ${words}` }, { text: `${words}ten ${words}` })
    expect(edit?.text.map(({ kind }) => kind)).toEqual(['same', 'gone', 'new', 'same'])
    expect(marked(edit)?.length).toBeLessThan(300)
    expect(marked(edit)).toMatch(/^ … .*word -\[nine \]\+\[ten \]word.* … $/s)
  })
})

describe('the media', () => {
  const a = image('https://one.example/small/a.png?sig=1', { alt: 'A map' })

  it('came or went, by the names of their files', () => {
    const edit = of(
      { media: [a, image('https://one.example/b.png')] },
      { media: [image('https://two.example/original/a.webp?sig=2'), image('https://two.example/c.png')] },
    )
    expect(edit).toEqual({
      text: [],
      came: [{ kind: 'image', number: 2, about: 'c' }],
      went: [{ kind: 'image', number: 2, about: 'b' }],
    })
    expect(of({ media: [a] }, { media: [] })?.went).toEqual([{ kind: 'image', number: 1, about: 'A map' }])
  })

  it('are compared only where both captures show them all', () => {
    expect(of({ media: [a] }, { media: [image(null)] })).toBeNull()
    expect(of({ media: [a] }, { media: [], missing: ['media'] })).toBeNull()
    expect(editOf(seen({ media: [a] }), seen({ media: [] }, { captureClass: 'text' }))).toBeNull()
    const film = (url: string | null) =>
      image(url, { kind: 'video', poster: 'https://one.example/still.jpg' })
    expect(of({ media: [film(null)] }, { media: [film('https://one.example/film.mp4')] })).toBeNull()
  })
})

describe('of several captures', () => {
  const at = (hour: number, text: string) => ({
    id: `${hour}`,
    seen: seen({ text }, { at: new Date(Date.UTC(2026, 10, 24, hour)).toISOString() }),
  })

  it('the newest later one and the nearest earlier one that differ are told', () => {
    const [one, two, three, four] = [at(1, 'A'), at(2, 'B'), at(3, 'B'), at(4, 'C')] as const
    const all = [three, one, four, two]
    const ids = (of: typeof one) => {
      const { since, before } = editsAround(of.seen, all)
      return [before?.id, since?.id]
    }
    expect(ids(one)).toEqual([undefined, '4'])
    expect(ids(two)).toEqual(['1', '4'])
    expect(ids(three)).toEqual(['1', '4'])
    expect(ids(four)).toEqual(['3', undefined])
    expect(marked(editsAround(two.seen, all).before?.edit ?? null)).toBe('-[A]+[B]')
    expect(editsAround(one.seen, [at(2, 'A')])).toEqual({ since: null, before: null })
  })

  it('a notice says when and under which class it captured', () => {
    const use = sampleUse()
    const notice = sampleNotice({ grounds: [use, { ...use, ground: { ...use.ground, capture: 'text' } }] })
    expect(seenIn(notice)).toMatchObject({ captureClass: 'text', at: notice.createdAt })
  })
})
