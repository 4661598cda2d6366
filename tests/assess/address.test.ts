import { describe, expect, it } from 'vitest'
import { authorKey, readAddress } from '../../utils/assess/address'
import { fieldOf, pointerOf } from '../../utils/assess/field'
import { lookalike } from '../../utils/assess/lookalike'
import { marksOf } from '../../utils/assess/marks'
import { foldedWords, ownWords, runsOf, size, wordsOf } from '../../utils/assess/text'
import { SITES, siteById } from '../../utils/sites'
import { sampleItem, sampleNotice, sampleUse } from '../support/samples'

describe('an author', () => {
  const key = (platform: string, permalink: string) => readAddress(platform, permalink).author

  it('is the same however the address or the name is written', () => {
    const here = 'mastodon:ada@m.example'
    expect(key('mastodon', 'https://m.example/@Ada/1')).toBe(here)
    expect(key('mastodon', 'https://m.example/@ada@m.example/1')).toBe(here)
    expect(authorKey(siteById('mastodon'), '@ada@m.example', 'm.example')).toBe(here)
    expect(key('mastodon', 'https://other.example/@ada/1')).not.toBe(here)
    expect(key('x', 'https://x.com/Ada/status/1')).toBe(authorKey(siteById('x'), '@ada', 'x.com'))
  })

  it('is not the one under whose post a comment stands', () => {
    expect(key('facebook', 'https://www.facebook.com/mira/posts/1')).toBe('facebook:mira')
    expect(key('facebook', 'https://www.facebook.com/mira/posts/1?comment_id=7')).toBeNull()
  })

  it('is known by the address even where the notice does not name him', async () => {
    const named = await marksOf(
      sampleNotice({ item: { ...sampleItem(), permalink: 'https://m.example/@ada/1' } }),
    )
    const author = { name: null, handle: null, address: null }
    const bare = await marksOf(
      sampleNotice({ item: { ...sampleItem({ author }), permalink: 'https://m.example/@ada/2' } }),
    )
    expect(bare.authors).toHaveLength(1)
    expect(named.authors).toContain(bare.authors[0])
    expect(JSON.stringify(bare)).not.toContain('ada')
  })
})

describe('marks', () => {
  it('know the same words again, whatever stands round them, and hold none of them', async () => {
    const marks = (why: string) =>
      marksOf(sampleNotice({ grounds: [sampleUse({ explanation: { why, passage: null, basis: null } })] }))
    const [one, same, other] = await Promise.all(
      ['They burn it, tonight.', '  they BURN it tonight!', 'They burn it tomorrow.'].map(marks),
    )
    expect(one?.whys).toEqual(same?.whys)
    expect(one?.whys).not.toEqual(other?.whys)
    expect(JSON.stringify(one)).not.toMatch(/burn/i)
  })
})

describe('lookalikes', () => {
  it.each([
    ['faceb00k.com', 'facebook.com'],
    ['facebok.com', 'facebook.com'],
    ['lnstagram.com', 'instagram.com'],
    ['www.facebook.com.login.example', 'facebook.com'],
    ['facebook-login.example', 'facebook.com'],
    ['xn--fcebook-2fg.com', 'facebook.com'],
    ['x.com.evil.example', 'x.com'],
    ['rnisskey.example', null],
    ['example.org', null],
    ['xn--e1afmkfd.xn--p1ai', null],
    ['book.example', null],
  ])('%s → %s', (host, like) => expect(lookalike(host)).toBe(like))

  it('are no platform’s own hosts', () => {
    for (const { find } of SITES) {
      for (const host of find.hosts) expect(lookalike(host.replace('*.', 'any.'))).toBeNull()
    }
  })
})

describe('words', () => {
  it('are counted in every script', () => {
    expect(size('a b1')).toBe(3)
    expect(size('夜襲')).toBe(6)
    expect(wordsOf('夜襲だ')).toHaveLength(3)
    expect(wordsOf('Жазба, не post?')).toHaveLength(3)
  })

  it('are one’s own unless four of them stand together in a source', () => {
    const source = [runsOf(wordsOf('one two three four five'))]
    expect(ownWords(wordsOf('one two three six'), source)).toBe(4)
    expect(ownWords(wordsOf('I say: one two three four and more'), source)).toBe(4)
    expect(ownWords([], source)).toBe(0)
    expect(foldedWords('ONE, two')).toBe(foldedWords('one two'))
  })
})

describe('fields', () => {
  it.each([
    ['grounds.0.why', '/grounds/0/explanation/why'],
    ['grounds.1.passage', '/grounds/1/explanation/passage'],
    ['grounds.0.answers.satire', '/grounds/0/answers/satire'],
    ['grounds.0', '/grounds/0'],
    ['item.permalink', '/item/permalink'],
    ['goodFaith', '/declaration'],
    ['reasons.manyOnAuthor', '/reasons/manyOnAuthor'],
    [undefined, ''],
  ])('%s → %s, and back', (field, pointer) => {
    expect(pointerOf(field)).toBe(pointer)
    expect(fieldOf(pointer)).toBe(field ?? '')
  })
})
