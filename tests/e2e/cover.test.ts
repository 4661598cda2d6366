import { gunzipSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBundle } from '../../utils/evidence/open'
import { GLYPH } from '../../utils/flag/orphans'
import { accessFaults } from '../support/axe'
import { evidenceIn } from '../support/evidence-in'
import { fillForm, sendForm } from '../support/fill'
import { openForm } from '../support/form'
import { type Mark, marks, onHost, until } from '../support/marks'
import { picture } from '../support/picture'
import { type Stage, stage, waitForRow } from '../support/stage'

const POST = 'https://mastodon.example/@ada/4711'
/** A post of Ada’s on which others stand: who liked it, who is named in it, how many answered. */
const PAGE = `<!doctype html><html lang="en"><title>Ada</title><body style="margin:0;font:16px sans-serif">
<div id="mastodon" data-props="{}"><div class="status__wrapper"><article class="status" data-id="4711" style="width:560px;padding:10px;background:#fff">
<a class="status__relative-time" href="/@ada/4711"><time datetime="2026-11-20T10:00:00Z">20 Nov</time></a>
<a class="status__display-name" href="/@ada"><bdi><strong class="display-name__html">Ada</strong></bdi> <span class="display-name__account">@ada</span></a>
<div class="status__content"><div class="status__content__text" lang="en">Words that a reviewer reads. Ask <a href="/@zebulon">@zebulon</a> about it.</div></div>
<div><a href="/@quentin"><img src="/avatars/img/quentin-face.png" alt="Quentin Zyx" width="48" height="48"></a> <a href="/@quentin">Quentin Zyx</a> liked it</div>
<img id="photo" src="/media_attachments/photo.png" width="400" height="250" style="display:block">
<div class="status__action-bar"><button>Reply <span>12</span></button></div>
</article></div></div>`

describe('covering what is not needed', () => {
  let on: Stage
  let page: Page
  let form: Frame
  beforeAll(async () => {
    on = await stage()
    on.pages.serve(POST, { body: PAGE })
    page = await on.app.open(POST)
    await page.waitForLoadState('load')
  })
  afterAll(() => on?.stop())

  const cover = () => form.locator('main.cover')
  const sealedWith = (count: number) =>
    cover()
      .getByText(count === 1 ? 'Sealed, 1 part covered.' : `Sealed, ${count} parts covered.`)
      .waitFor()

  it('begins with other people covered, and shows what leaves', async () => {
    form = await openForm(page)
    await form.getByText('2 parts are covered').waitFor()
    await form.getByRole('button', { name: 'Cover, show or add…' }).click()
    await sealedWith(2)
    const boxes = cover().getByRole('checkbox')
    const names = await cover().locator('fieldset:not(.around) label').allInnerTexts()
    expect(names.map((one) => one.replace(/\s+/g, ' ').trim())).toEqual([
      'Name in the text @zebulon',
      'Picture of someone else',
      'Name of someone else Quentin Zyx',
      'Count 12',
    ])
    expect(await boxes.nth(0).isChecked()).toBe(false)
    expect(await boxes.nth(2).isChecked()).toBe(true)
    expect(await cover().locator('.text-leaves').innerText()).toContain('Ask @zebulon about it.')
    expect(await accessFaults(form)).toEqual([])
  })

  it('covers what is ticked', async () => {
    await cover().getByRole('checkbox').nth(0).check()
    await sealedWith(3)
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/cover.png` })
  })

  it('covers what a box lies over, drawn in the page’s own frame by pointer or by keyboard, and shows it again', async () => {
    const boxes = cover().locator('.boxes')
    const words = cover().frameLocator('iframe[title="The item as it was captured"]').getByText('Words that')
    await words.scrollIntoViewIfNeeded()
    const at = await words.boundingBox()
    if (!at) throw new Error('the snapshot is not shown')
    await page.mouse.move(at.x - 1, at.y + 1)
    await page.mouse.down()
    await page.mouse.move(at.x + at.width / 3, at.y + at.height - 1, { steps: 4 })
    await page.mouse.up()
    await sealedWith(4)
    expect(await cover().locator('.text-leaves').innerText()).not.toContain('Words')
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/cover-box.png` })
    await boxes.getByRole('button', { name: /^Box 1/ }).press('Delete')
    await sealedWith(3)
    expect(await cover().locator('.text-leaves').innerText()).toContain('Words that a reviewer reads.')

    await cover().getByRole('button', { name: 'Add a box' }).press('Enter')
    await sealedWith(4)
    const box = boxes.getByRole('button', { name: /^Box 1/ })
    const before = await box.boundingBox()
    await box.press('ArrowRight')
    await sealedWith(4)
    expect((await box.boundingBox())?.x).toBeGreaterThan(before?.x ?? 0)
    await box.press('Delete')
    await sealedWith(3)
    expect(await accessFaults(form)).toEqual([])
  })

  it('is in no layer of what was sent: no byte of the names, of the covered picture, of the pixels', async () => {
    await cover().getByRole('button', { name: 'Back to the form' }).click()
    await form.getByText('3 parts are covered').waitFor()
    await fillForm(form)
    await sendForm(form)
    const row = await waitForRow(on.app, ({ state }) => state === 'delivered', 'the receipt', 30_000)
    const [notice] = await on.backend.notices()
    expect(notice?.body).not.toMatch(/Quentin|zebulon/i)

    const sealed = await until(
      async () => evidenceIn(on.backend.dataDir, notice?.evidence ?? ''),
      (found) => found !== null,
      'the evidence at the backend',
    )
    const bytes = sealed as Buffer
    const all = [
      bytes,
      ...Object.entries(unzipSync(bytes)).map(([name, file]) =>
        name.endsWith('.gz') ? gunzipSync(file) : file,
      ),
    ]
    for (const part of all) {
      const text = Buffer.from(part).toString('latin1')
      expect(text).not.toMatch(/Quentin|zebulon|quentin-face/i)
    }
    const avatar = picture('mastodon.example/avatars/img/quentin-face.png').subarray(60, 200)
    for (const part of all) expect(Buffer.from(part).includes(avatar)).toBe(false)

    const { record, screenshot, media, text, template } = await openBundle(bytes)
    expect(text).toContain('Words that a reviewer reads. Ask █████ about it.')
    expect(record.redacted?.regions).toEqual([
      { why: 'picture', count: 1 },
      { why: 'person', count: 1 },
      { why: 'mention', count: 1 },
    ])
    expect(media.map(({ url }) => url)).toEqual(['https://mastodon.example/media_attachments/photo.png'])
    const scale = 'missing' in record.screenshot ? 0 : record.screenshot.scale
    const spot = await page.evaluate(() => {
      const item = document.querySelector('.status')?.getBoundingClientRect()
      const link = document.querySelectorAll('a[href="/@quentin"]')[1]?.getBoundingClientRect()
      const one = document.querySelector('#photo')?.getBoundingClientRect()
      const from = (box?: DOMRect) =>
        [(box?.x ?? 0) - (item?.x ?? 0), (box?.y ?? 0) - (item?.y ?? 0)] as [number, number]
      return { link: from(link), photo: from(one) }
    })
    const [name, outside] = await pixelsAt(page, screenshot, [
      [(spot.link[0] + 20) * scale, (spot.link[1] + 9) * scale],
      [(spot.photo[0] + 30) * scale, (spot.photo[1] + 30) * scale],
    ])
    expect(Math.max(...(name ?? [255]))).toBeLessThan(12)
    expect(Math.max(...(outside ?? [0]))).toBeGreaterThan(60)
    expect(row.state).toBe('delivered')

    // Our own action stands in the page, and neither in the snapshot nor in the picture of the page.
    const [mark] = await marks(page)
    const own = await onHost<[number, number]>(
      page,
      mark as Mark,
      `const item = this.closest('.status').getBoundingClientRect(), own = this.getBoundingClientRect()
       return [own.x - item.x, own.y - item.y]`,
    )
    expect(template).not.toContain(GLYPH)
    const around = [...Array(20).keys()].flatMap((dx) =>
      [...Array(20).keys()].map((dy): [number, number] => [
        (own[0] + 2 + dx) * scale,
        (own[1] + 2 + dy) * scale,
      ]),
    )
    for (const colour of await pixelsAt(page, screenshot, around))
      expect(Math.min(...colour)).toBeGreaterThan(235)
  })

  it('leaves nothing of the whole in the browser once the notice is out', async () => {
    const bodies = await on.app.inExtension(async () => {
      const db = await new Promise<IDBDatabase>((done) => {
        const open = indexedDB.open('flagpost')
        open.onsuccess = () => done(open.result)
      })
      const count = await new Promise<number>((done) => {
        const read = db.transaction('bodies').objectStore('bodies').count()
        read.onsuccess = () => done(read.result)
      })
      db.close()
      return count
    }, null)
    expect(bodies).toBe(1)
  })
})

/** Colours of a picture at some points. */
function pixelsAt(
  page: Page,
  shown: { bytes: Uint8Array; type: string } | null | undefined,
  points: [number, number][],
): Promise<number[][]> {
  return page.evaluate(
    async ({ data, type, points }) => {
      const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0))
      const bitmap = await createImageBitmap(new Blob([bytes], { type }))
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext(
        '2d',
      ) as OffscreenCanvasRenderingContext2D
      context.drawImage(bitmap, 0, 0)
      return points.map(([x, y]) => [
        ...context.getImageData(Math.round(x), Math.round(y), 1, 1).data.slice(0, 3),
      ])
    },
    { data: Buffer.from(shown?.bytes ?? []).toString('base64'), type: shown?.type ?? '', points },
  )
}
