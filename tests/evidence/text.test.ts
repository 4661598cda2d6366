import { describe, expect, it } from 'vitest'
import { readSnapshot } from '../../utils/evidence/show'
import { textOf } from '../../utils/evidence/text'

const CSS = [
  '.f0{color:red;display:block;}',
  '.f1{display:flex;}',
  '.f2{white-space:pre-wrap;display:block;}',
  '.f3{visibility:hidden;}',
  '.f4{visibility:visible;}',
  '.f5{display:table-cell;}',
].join('\n')
const read = (body: string) =>
  textOf(
    readSnapshot(
      `<!doctype html><html lang="en" dir="ltr"><head><meta charset="utf-8"><style>${CSS}</style></head><body>${body}</body></html>`,
    ),
  ).text

describe('the words of a snapshot', () => {
  it.each([
    ['<div class="f0">One <b>two</b>\n  three</div><div class="f0">four</div>', 'One two three\nfour'],
    ['<div class="f1"><span>a</span><span>b</span></div>c', 'ab\nc'],
    ['a<br>b', 'a\nb'],
    ['<span class="f5">cell</span><span class="f5">cell</span>.', 'cell cell .'],
    ['<div class="f2">keeps  its\n spaces</div>', 'keeps  its\n spaces'],
    ['<div class="f2"><b>as  it</b> does</div>', 'as  it does'],
    ['a <span class="f3">gone <i class="f4">seen</i></span>', 'a seen'],
    ['<svg viewBox="0 0 9 9"><title>unseen</title><text>drawn</text></svg>', 'drawn'],
    ['<img src="flagpost-media:0:" alt="not read">x &lt;y&gt; &amp; z', 'x <y> & z'],
  ])('%s', (body, text) => {
    expect(read(body)).toBe(text)
  })

  it('end where they are too long, and it is said', () => {
    const long = `<p>${'word '.repeat(110_000)}</p>`
    expect(textOf({ language: '', direction: 'ltr', css: '', body: long })).toMatchObject({ truncated: true })
  })
})
