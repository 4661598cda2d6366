import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenedBundle, openBundle } from '../../utils/evidence/open'
import { verifyBundle } from '../../utils/evidence/verify/verify'
import { GLYPH } from '../../utils/flag/orphans'
import { accessFaults, faultsInBothSchemes } from '../support/axe'
import { openDesk } from '../support/desk'
import { evidenceIn } from '../support/evidence-in'
import { fillForm, sendForm } from '../support/fill'
import { openForm } from '../support/form'
import { until } from '../support/marks'
import { type Stage, stage, waitForRow } from '../support/stage'

/** Each by another author: of one author’s posts only so many are reported without a word why. */
const post = (id: number) => `https://mastodon.example/@ada${id}/${id}`
const AROUND = 'Words of somebody else beside the post, in “quotes” and with an = sign.'
/** A post beside which other things stand: words, a picture, a form with a token of the session. */
const page = (id: number, inside = '') => `<!doctype html><html lang="en"><title>Ada</title>
<meta name="csrf-token" content="token-of-the-meta">
<body style="margin:0;font:16px sans-serif;background:#fff">
<aside style="position:absolute;left:700px;top:40px;width:300px;height:200px;background:#0a0">${AROUND}
<form><input type="hidden" name="authenticity_token" value="token-of-the-form"><input name="q" value="a search"></form></aside>
<div id="mastodon" data-props="{}"><div class="status__wrapper"><article class="status" data-id="${id}" style="width:560px;padding:10px">
<a class="status__relative-time" href="/@ada${id}/${id}"><time datetime="2026-11-20T10:00:00Z">20 Nov</time></a>
<a class="status__display-name" href="/@ada${id}"><bdi><strong class="display-name__html">Ada</strong></bdi> <span class="display-name__account">@ada${id}</span></a>
<div class="status__content"><div class="status__content__text" lang="en">Words that a reviewer reads.</div></div>${inside}
<div class="status__action-bar"><button>Reply</button></div>
</article></div></div>`
const LIKED = '<div><a href="/@quentin">Quentin Zyx</a> liked it</div>'

describe('the page around the item', () => {
  let on: Stage
  let shown = ''
  beforeAll(async () => {
    on = await stage()
    on.pages.serve(post(1), { body: page(1) })
    on.pages.serve(post(2), { body: page(2) })
    on.pages.serve(post(3), { body: page(3, LIKED) })
  })
  afterAll(() => on?.stop())

  async function formOn(id: number): Promise<{ tab: Page; form: Frame }> {
    const tab = await on.app.open(post(id))
    await tab.waitForLoadState('load')
    const form = await openForm(tab)
    await form.getByRole('button', { name: 'Cover, show or add…' }).click()
    await form.getByText(/^Sealed, /).waitFor()
    return { tab, form }
  }
  const box = (form: Frame, name: RegExp) => form.getByRole('checkbox', { name })
  const window = (form: Frame) => form.getByRole('img', { name: 'The window as it leaves' })

  /** Sends what the form holds; the bundle as it lies at the backend, opened. */
  async function sent(
    tab: Page,
    form: Frame,
  ): Promise<{ id: string; bytes: Buffer<ArrayBuffer>; opened: OpenedBundle }> {
    await form.getByRole('button', { name: 'Back to the form' }).click()
    await fillForm(form)
    await sendForm(form)
    const { id } = await waitForRow(
      on.app,
      ({ state, summary }) => state === 'delivered' && summary.permalink === tab.url(),
      'the receipt',
      30_000,
    )
    const notice = (await on.backend.notices()).find(
      (one) => one.body.includes(id) || one.body.includes(tab.url()),
    )
    const sealed = await until(
      async () => evidenceIn(on.backend.dataDir, notice?.evidence ?? ''),
      (found) => found !== null,
      'the evidence at the backend',
    )
    await tab.close()
    const bytes = sealed as Buffer<ArrayBuffer>
    return { id, bytes, opened: await openBundle(bytes) }
  }
  const held = () =>
    on.app.inExtension(
      async () =>
        Object.keys(await chrome.storage.session.get(null)).filter((name) => name.startsWith('window:')),
      null,
    )

  it('does not leave, and is in no layer, unless it is asked for; its picture is forgotten with the draft', async () => {
    const { tab, form } = await formOn(1)
    expect(await box(form, /^The whole window/).isChecked()).toBe(false)
    expect(await box(form, /^The whole page/).isChecked()).toBe(false)
    expect(await window(form).count()).toBe(0)
    expect(await held()).toHaveLength(1)
    const { bytes, opened } = await sent(tab, form)
    expect(opened.record.context).toEqual({ window: null, page: null })
    for (const part of layersIn(bytes)) expect(part).not.toContain('Words of somebody else')
    expect(await held()).toEqual([])
  })

  it('leaves as a picture and as a file where the reviewer asks, shown beforehand, without anything of ours', async () => {
    const { tab, form } = await formOn(2)
    await box(form, /^The whole window/).check()
    await window(form).waitFor()
    await box(form, /^The whole page/).check()
    await until(
      () => box(form, /^The whole page/).isEnabled(),
      (enabled) => enabled,
      'the page to be sealed',
    )
    expect(await accessFaults(form)).toEqual([])
    if (process.env.SHOTS) await tab.screenshot({ path: `${process.env.SHOTS}/page-context.png` })
    const { id, bytes, opened } = await sent(tab, form)
    shown = id
    const { window: shot, page: file } = opened.context
    expect(opened.record.context).toMatchObject({
      window: { type: 'image/webp', at: opened.record.page.capturedAt },
      page: { type: 'multipart/related' },
    })
    expect((await verifyBundle(bytes)).lines.filter(({ state }) => state === 'fails')).toEqual([])

    const other = await on.app.open(post(1))
    const { width, height, colour } = await other.evaluate(
      async (data) => {
        const bitmap = await createImageBitmap(await (await fetch(data)).blob())
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
        context?.drawImage(bitmap, 0, 0)
        const seen = [...(context?.getImageData(990, 230, 1, 1).data ?? [])]
        return { width: bitmap.width, height: bitmap.height, colour: seen }
      },
      `data:image/webp;base64,${Buffer.from(shot?.bytes ?? []).toString('base64')}`,
    )
    expect([width, height]).toEqual([1280, 900])
    expect(colour[1]).toBeGreaterThan(140)
    expect(colour[0]).toBeLessThan(30)

    const text = Buffer.from(file?.bytes ?? []).toString('latin1')
    const plain = text.replace(/=\r?\n/g, '')
    expect(plain).toContain('Words of somebody else beside the post')
    expect(plain).toContain('a search')
    for (const ours of [GLYPH, 'chrome-extension', 'compose.html', 'Quotation', 'token-of-the'])
      expect(plain).not.toContain(ours)
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'flagpost-mhtml-'))
    await fs.writeFile(path.join(folder, 'page.mhtml'), file?.bytes ?? '')
    await other.goto(`file://${folder}/page.mhtml`)
    expect(await other.innerText('aside')).toContain(AROUND)
    expect(await other.innerText('article')).toContain('Words that a reviewer reads.')
    await other.close()
    await fs.rm(folder, { recursive: true })
  })

  it('says so where the browser no longer has the picture', async () => {
    const { tab, form } = await formOn(1)
    await on.app.inExtension(async () => {
      const names = Object.keys(await chrome.storage.session.get(null))
      await chrome.storage.session.remove(names.filter((name) => name.startsWith('window:')))
    }, null)
    await box(form, /^The whole window/).check()
    await form.getByText('Does not leave: the browser no longer has it.').waitFor()
    expect(await window(form).count()).toBe(0)
    await tab.close()
  })

  it('is shown again in the queue, blurred first, and at the desk, where nothing in it can run', async () => {
    const queue = await on.app.open(on.app.url(`queue.html#${shown}`))
    const evidence = queue.getByRole('region', { name: 'Evidence' })
    await evidence.getByRole('button', { name: 'Check and open' }).click()
    await evidence.getByRole('heading', { name: 'The whole window' }).waitFor()
    const [saved] = await Promise.all([
      queue.waitForEvent('download'),
      evidence.getByRole('button', { name: 'Save the page (MHTML)' }).click(),
    ])
    expect(await fs.readFile(await saved.path(), 'utf8')).toContain(
      'Snapshot-Content-Location: https://mastodon.example',
    )
    const picture = evidence.getByRole('img', { name: 'The whole window' })
    expect(await picture.evaluate((one) => one.closest('[data-blurred]')?.getAttribute('data-blurred'))).toBe(
      'true',
    )
    expect(await faultsInBothSchemes(queue, 'page-context-queue')).toEqual([])
    await queue.close()

    const desk = await openDesk(on.app.context, on.backend)
    await desk.goto(`${on.backend.origin}/desk/notices/${shown}`)
    await desk.getByText('The whole window').click()
    const frame = desk.frameLocator('iframe[title="The whole window"]')
    expect(await frame.locator('img').evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(1280)
    const link = desk.getByRole('link', { name: 'Save the whole page (MHTML)' })
    const answer = await desk.request.get((await link.getAttribute('href')) ?? '')
    expect(answer.headers()['content-type']).toBe('application/octet-stream')
    expect(answer.headers()['content-disposition']).toMatch(/^attachment; filename="\w{12}\.mhtml"$/)
    expect(answer.headers()['content-security-policy']).toMatch(/^sandbox; default-src 'none'/)
    expect(await faultsInBothSchemes(desk, 'page-context-desk')).toEqual([])
    await desk.close()
  })

  it('does not leave while something is covered, and says so; nor once it is taken out again', async () => {
    const { tab, form } = await formOn(3)
    await box(form, /^The whole window/).check()
    await form.getByText('Does not leave while something is covered.').waitFor()
    expect(await window(form).count()).toBe(0)
    await box(form, /Quentin Zyx/).uncheck()
    await window(form).waitFor()
    await box(form, /^The whole window/).uncheck()
    await until(
      () => window(form).count(),
      (count) => count === 0,
      'the picture to go',
    )
    await box(form, /^The whole window/).check()
    await window(form).waitFor()
    await box(form, /Quentin Zyx/).check()
    await form.getByText('Does not leave while something is covered.').waitFor()
    const { bytes, opened } = await sent(tab, form)
    expect(opened.record.context).toEqual({ window: { missing: 'redacted' }, page: null })
    expect(opened.context).toEqual({ window: null, page: null })
    for (const part of layersIn(bytes)) expect(part).not.toMatch(/Quentin/)
    expect((await verifyBundle(bytes)).holds).toBe(true)
  })
})

/** Every file of a bundle as text, unpacked. */
const layersIn = (bytes: Buffer): string[] =>
  Object.entries(unzipSync(bytes)).map(([name, file]) =>
    Buffer.from(name.endsWith('.gz') ? gunzipSync(file) : file).toString('latin1'),
  )
