import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { savedIn } from './saved'
import { score } from './score'

const page = { pageUrl: 'https://bsky.app/profile/ada.example', items: [] }

/** A folder of saved pages as somebody else might fill it: what each JSON says (undefined: there is none). */
function folder(files: Record<string, unknown>): string {
  const top = mkdtempSync(join(tmpdir(), 'saved-'))
  for (const [name, told] of Object.entries(files)) {
    mkdirSync(join(top, name, '..'), { recursive: true })
    writeFileSync(join(top, `${name}.html`), '<p>')
    if (told !== undefined)
      writeFileSync(join(top, `${name}.json`), typeof told === 'string' ? told : JSON.stringify(told))
  }
  return top
}

describe('a folder of saved pages', () => {
  it('is read whatever it is called, and says what in it is no saved page, and why', () => {
    const top = folder({
      'anything/a page': page,
      here: page,
      'fedi/town': { ...page, pageUrl: 'https://town.example/@ada/1', platform: 'mastodon' },
      'fedi/unknown': { ...page, pageUrl: 'https://town.example/@ada/1' },
      'news/paper': { ...page, pageUrl: 'https://paper.example/', platform: 'paper' },
      'bad/none': undefined,
      'bad/broken': '{',
      'bad/list': '[]',
      'bad/number': '3',
      'bad/address': { ...page, pageUrl: 'file:///etc/passwd' },
      'bad/items': { pageUrl: page.pageUrl },
    })
    writeFileSync(join(top, 'README.md'), '')
    const { pages, skipped } = savedIn(top)
    expect(pages.map(({ name, site }) => [name.split('/').at(-1), site?.find.id ?? null])).toEqual([
      ['here', 'bluesky'],
      ['a page', 'bluesky'],
      ['town', 'mastodon'],
      ['unknown', null],
      ['paper', null],
    ])
    expect(skipped).toEqual([
      { file: 'bad/address.html', why: 'address.json has no pageUrl with http or https' },
      { file: 'bad/broken.html', why: 'broken.json is no JSON' },
      { file: 'bad/items.html', why: 'items.json has no list of items' },
      { file: 'bad/list.html', why: 'list.json has no pageUrl with http or https' },
      { file: 'bad/none.html', why: 'none.json is missing' },
      { file: 'bad/number.html', why: 'number.json holds no object' },
    ])
  })

  it('may say anything of its items: nothing of it throws', () => {
    const items = [
      null,
      3,
      {},
      { permalink: 7, author: 'ada', time: 5, text: 9, mediaCount: 'two', kind: [], repostedBy: 4 },
    ]
    const [one] = savedIn(folder({ 'x/y': { ...page, items } })).pages
    expect(one && score([], one).expected).toBe(2)
  })
})
