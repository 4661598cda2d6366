import { gunzipSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type BundleParts, sealBundle } from '../../utils/evidence/bundle'
import { commitment, redact } from '../../utils/evidence/redact'
import type { Redaction, Region } from '../../utils/evidence/redaction'
import { readSnapshot } from '../../utils/evidence/show'
import { textOf } from '../../utils/evidence/text'
import { tokensOf } from '../../utils/evidence/tokens'
import { sha256 } from '../../utils/ledger/entry'
import { sampleBundle, sampleItem, sampleSealer } from '../support/samples'

const FACE = 'data:image/png;base64,RkFDRUZBQ0U='
const BODY =
  '<div class="f0"><a class="f1">Quentin Zyx</a><img class="f2" src="flagpost-media:1:" alt="Quentin Zyx">' +
  '<div class="f0">He said that quentin zyx and Quentin Zyxson were there.</div>' +
  '<div class="f3">background</div><a class="f1">@zebulon<svg class="f1" viewBox="0 0 9 9"><path d="M1 1z"></path></svg></a>' +
  `<img class="f2" src="${FACE}" alt=""><img class="f2" src="flagpost-media:0:" alt="photo"><span>17</span>` +
  '<p class="f0">On the 17th, write to zebulon &amp; co.</p></div>'
const CSS =
  '.f0{display:block;}\n.f1{color:red;}\n.f2{width:9px;height:9px;}\n.f3{display:block;background-image:url("flagpost-media:2:");}'
const HTML = `<!doctype html><html lang="en" dir="ltr"><head><meta charset="utf-8"><style>${CSS}</style></head><body>${BODY}</body></html>`

const url = (name: string) => `https://files.mastodon.example/${name}.png`
const bytesOf = (name: string) => new TextEncoder().encode(`bytes of the ${name}`) as Uint8Array<ArrayBuffer>

async function parts(): Promise<BundleParts> {
  const { record } = await sampleBundle()
  const names = ['photo', 'avatar', 'ground', 'film']
  const media = await Promise.all(
    names.map(async (name) => ({
      url: url(name),
      type: 'image/png',
      sha256: await sha256(bytesOf(name)),
      bytes: bytesOf(name),
    })),
  )
  return {
    record: {
      ...record,
      item: sampleItem({
        text: 'He said that quentin zyx was there.',
        repostedBy: 'Quentin Zyx',
        author: { name: 'Ada', handle: '@ada', address: null },
      }),
      page: {
        ...record.page,
        title: 'Ada and Quentin Zyx',
        address: 'https://mastodon.example/@Quentin%20Zyx/1',
      },
      screenshot: { sha256: await sha256(bytesOf('shot')), type: 'image/png', scale: 1, cut: false },
      media: media.map((one, at) => ({
        url: one.url,
        kind: at === 3 ? ('video' as const) : ('image' as const),
        sha256: one.sha256,
        type: one.type,
        bytes: one.bytes.length,
        fetchedAt: record.page.capturedAt,
        missing: null,
      })),
    },
    html: HTML,
    text: textOf(readSnapshot(HTML)).text,
    screenshot: { bytes: bytesOf('shot'), type: 'image/png' },
    context: { window: null, page: null },
    media,
  }
}

/** The how-many-th tag or text with this in it. */
const place = (what: string, from = 0) =>
  tokensOf(BODY).findIndex(
    (one, at) =>
      at >= from &&
      (one.kind === 'text' ? one.text : one.kind === 'start' ? one.attributes : '').includes(what),
  )
const region = (why: Region['why'], cuts: Region['cuts'], more: Partial<Region> = {}): Region => ({
  why,
  rects: [],
  cuts,
  ...more,
})

const covered: string[] = []
async function cover(redaction: Partial<Redaction> & Pick<Redaction, 'regions'>) {
  covered.length = 0
  return redact(await parts(), { salt: null, ...redaction }, async ({ bytes }, boxes) => {
    covered.push(`${new TextDecoder().decode(bytes)} ${JSON.stringify(boxes)}`)
    const made = new TextEncoder().encode('a picture with a box') as Uint8Array<ArrayBuffer>
    return { bytes: made, type: 'image/webp', sha256: await sha256(made) }
  })
}

/** Every byte of a sealed bundle, with all that is packed in it unpacked. */
async function everyByte(made: BundleParts): Promise<string> {
  const { bytes } = await sealBundle(made, await sampleSealer())
  const files = Object.entries(unzipSync(bytes))
  const all = files.map(
    ([name, file]) => name + Buffer.from(name.endsWith('.gz') ? gunzipSync(file) : file).toString('latin1'),
  )
  return all.join('\n') + Buffer.from(bytes).toString('latin1')
}

describe('what is covered', () => {
  it('is in no layer any more: markup, words, pictures, item, title, whatever its case', async () => {
    const link = place('Quentin') - 1
    const { parts: made, names } = await cover({
      regions: [region('person', [{ at: link }]), region('picture', [{ at: place('media:1:') }])],
    })
    expect(names).toEqual(['Quentin Zyx'])
    const bytes = await everyByte(made)
    expect(bytes).not.toMatch(/quentin zyx(?!son)/i)
    expect(bytes).toContain('Quentin Zyxson')
    expect(bytes).not.toContain('avatar')
    expect(bytes).toContain('bytes of the photo')
    expect(made.text).toContain('He said that █████ and Quentin Zyxson were there.')
    expect(made.record.item).toMatchObject({
      text: 'He said that █████ was there.',
      repostedBy: '█████',
      author: { name: 'Ada' },
    })
    expect(made.record.media.map(({ missing }) => missing)).toEqual([null, 'redacted', null, null])
    expect(made.record.redacted).toEqual({
      regions: [
        { why: 'person', count: 1 },
        { why: 'picture', count: 1 },
      ],
      commitments: [],
    })
    // The name stands elsewhere on the page’s picture, and nobody has said where: that picture does not leave.
    expect(made.screenshot).toBeNull()
    expect(made.record.screenshot).toEqual({ missing: 'redacted' })
  })

  it('takes drawings, pictures that stand in the page, and grounds of elements with it', async () => {
    const { parts: made } = await cover({
      regions: [
        region('mention', [{ at: place('@zebulon') - 1 }]),
        region('face', [{ at: place(FACE) }]),
        region('other', [{ at: place('background') - 1 }]),
      ],
    })
    const bytes = await everyByte(made)
    expect(bytes).not.toMatch(/zebulon|M1 1z|bytes of the ground|RkFDRUZBQ0U/)
    // Whose face is on one frame is on the others.
    expect(bytes).not.toContain('bytes of the film')
    expect(made.text).toContain('write to █████ & co.')
  })

  it('is only the words that were marked, not every figure like them; the picture of the page is covered there', async () => {
    const { parts: made } = await cover({
      regions: [
        region('counter', [{ at: place('17') }], { rects: [{ x: 10, y: 20, width: 30, height: 40 }] }),
        region('other', [{ at: place('He said'), from: 3, to: 7 }]),
      ],
    })
    expect(made.text).toContain('He █████ that quentin')
    expect(made.text).toContain('On the 17th')
    expect(covered).toHaveLength(1)
    expect(covered[0]).toMatch(
      /^bytes of the shot \[\{"x":0\.016,"y":0\.09,"width":0\.068,"height":0\.22\}\]/,
    )
    expect(made.record.screenshot).toMatchObject({
      type: 'image/webp',
      sha256: await sha256('a picture with a box'),
    })
  })

  it('can be a part of a picture: the picture is made anew, without what was under the box', async () => {
    const box = { x: 0.1, y: 0.2, width: 0.3, height: 0.4 }
    const { parts: made } = await cover({
      regions: [region('face', [], { parts: [{ at: place('media:0:'), box }] })],
    })
    const bytes = await everyByte(made)
    expect(bytes).not.toContain('bytes of the photo')
    expect(bytes).toContain('a picture with a box')
    expect(made.record.media[0]).toMatchObject({
      type: 'image/webp',
      missing: null,
      sha256: await sha256('a picture with a box'),
    })
  })

  it('can be shown to be a certain name by who has the salt, and by nobody else', async () => {
    const salt = 'ab'.repeat(32)
    const { parts: made } = await cover({ regions: [region('person', [{ at: place('Quentin') - 1 }])], salt })
    const [one] = made.record.redacted?.commitments ?? []
    expect(one).toBe(await commitment(salt, 'Quentin Zyx'))
    expect(one).not.toBe(await commitment('cd'.repeat(32), 'Quentin Zyx'))
    expect(one).not.toBe(await sha256('Quentin Zyx'))
    expect(await everyByte(made)).not.toContain(salt)
  })

  it('is nothing where nothing is covered: the very same parts', async () => {
    const before = await parts()
    expect((await redact(before, { regions: [], salt: null }, () => Promise.reject())).parts).toBe(before)
  })
})
