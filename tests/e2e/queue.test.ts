import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyBundle } from '../../utils/evidence/verify/verify'
import type { NoticeRow } from '../../utils/outbox/row'
import { faultsInBothSchemes } from '../support/axe'
import { openDesk } from '../support/desk'
import { settledMarks } from '../support/marks'
import { sampleRow } from '../support/samples'
import { inExtension, type Stage, stage } from '../support/stage'
import { delivered, report, saveCopy } from '../support/way'

let on: Stage
let notice = ''

beforeAll(async () => {
  on = await stage()
  const feed = await on.sample('mastodon-feed.html')
  await settledMarks(feed)
  // A post with a picture and a film.
  notice = (await report(on.app, feed, 1, { filled: markPicture })).id
  await delivered(on.app, notice)
  await feed.close()
})
afterAll(() => on?.stop())

/** Drags over the middle of the item's picture, and gives a time of its film. */
async function markPicture(form: Frame): Promise<void> {
  const places = form.locator('details.places')
  await places.getByRole('button', { name: 'Mark in the picture' }).first().click()
  const picture = places.locator('.drawing img')
  await picture.scrollIntoViewIfNeeded()
  const box = await picture.boundingBox()
  if (!box) throw new Error('The picture is not shown.')
  const { mouse } = form.page()
  await mouse.move(box.x + box.width / 4, box.y + box.height / 4)
  await mouse.down()
  await mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await mouse.move(box.x + (box.width * 3) / 4, box.y + (box.height * 3) / 4)
  await mouse.up()
  await places.getByText(/^Picture 1: .* from the left and .* from the top$/).waitFor()
  await places.getByLabel(/^Video 2/).fill('0:02 – 0:05')
  await form.page().keyboard.press('Enter')
  await places.getByText('Video 2: from 0:02 to 0:05').waitFor()
  if (process.env.SHOTS) await form.page().screenshot({ path: `${process.env.SHOTS}/places.png` })
}

async function queue(id = ''): Promise<Page> {
  const page = await on.app.open(on.app.url(`queue.html${id && `#${id}`}`))
  await page.locator('.line-button').first().waitFor()
  return page
}
const clean = async (page: Page, what: string) => expect(await faultsInBothSchemes(page, what)).toEqual([])

describe('the reading pane', () => {
  it('reads one notice through: item, grounds, evidence, history, messages', async () => {
    const page = await queue()
    await page.getByText('Choose a notice on the list.').waitFor()
    await clean(page, 'nothing chosen')
    await page.keyboard.press('j')
    const pane = page.getByRole('article', { name: 'Post on Mastodon' })
    await pane.waitFor()
    const part = (name: string) => pane.getByRole('region', { name })
    await part('Item').getByText('A picture and a short film.').waitFor()
    await part('Item').getByText('bo@far.example', { exact: false }).first().waitFor()
    await part('Grounds')
      .getByText(/The author calls on/)
      .waitFor()
    const marked = part('Grounds').getByText(/^Picture 1: /)
    expect(await marked.textContent()).toMatch(/^Picture 1: (49|50|51)/)
    await part('Grounds').getByText('Video 2: from 0:02 to 0:05').waitFor()
    await part('History').getByText('You sent it.').waitFor()
    await part('History').getByText('Try 1.').waitFor()
    await part('History')
      .getByText(/It arrived\. Receipt crs-/)
      .waitFor()
    await part('Messages')
      .getByText(/The backend’s signed receipt: crs-/)
      .waitFor()
    // A second Enter goes on into the pane; a part is one key and Enter away.
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('pane-title')
    await pane.getByRole('link', { name: 'Evidence' }).focus()
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('part-evidence-title')
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-line'))).toBe(notice)
    expect(new URL(page.url()).hash).toBe(`#${notice}`)
    await clean(page, 'notice')
    await page.close()
  })

  it('opens the evidence only when asked, checked, blurred; nothing of it runs or loads', async () => {
    const page = await queue(notice)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const evidence = page.getByRole('region', { name: 'Evidence' })
    await evidence.getByText('the whole item').waitFor()
    expect(await evidence.locator('iframe').count()).toBe(0)
    await evidence.getByRole('button', { name: 'Check and open' }).click()
    await evidence.getByText('Unchanged since capture: every checksum in it holds.').waitFor()
    const picture = evidence.locator('.evidence-picture').first()
    expect(await picture.getAttribute('data-blurred')).toBe('true')
    expect(await picture.locator('iframe').evaluate((frame) => getComputedStyle(frame).filter)).toContain(
      'blur',
    )

    const frame = page.frames().find((one) => one.url().endsWith('/snapshot.html'))
    if (!frame) throw new Error('There is no snapshot.')
    await frame.getByText('A picture and a short film.').waitFor()
    // It looks as it did: its styles are in force, its kept picture is drawn.
    expect(await frame.evaluate(() => document.adoptedStyleSheets[0]?.cssRules.length)).toBeGreaterThan(3)
    await expect
      .poll(() => frame.evaluate(() => [...document.images].filter((one) => one.naturalWidth > 1).length))
      .toBeGreaterThan(0)
    expect(
      await frame.evaluate(() => document.querySelectorAll('script, link, [href], [onload]').length),
    ).toBe(0)
    expect(await picture.locator('iframe').getAttribute('sandbox')).toBe('allow-same-origin')
    expect(asked.filter((url) => !/^(chrome-extension|blob|data):/.test(url))).toEqual([])

    await clean(page, 'evidence, blurred')
    await picture.getByRole('button', { name: 'Show' }).click()
    expect(await picture.getAttribute('data-blurred')).toBe('false')
    await evidence.getByText('Capture record').waitFor()
    await evidence.getByRole('heading', { name: 'Screenshot' }).waitFor()
    await evidence
      .getByText(/^image\/png, /)
      .first()
      .waitFor()
    await picture.getByRole('button', { name: 'Blur again' }).click()
    expect(await picture.getAttribute('data-blurred')).toBe('true')
    // Each medium stands there by itself, blurred, with its hash.
    const medium = evidence.locator('.evidence-medium').first()
    expect(await medium.locator('.evidence-picture').getAttribute('data-blurred')).toBe('true')
    await medium.getByText(/[0-9a-f]{64}/).waitFor()

    await evidence.getByRole('button', { name: 'Check line by line' }).click()
    await evidence.getByText('Unchanged since capture: everything in it holds.').waitFor()
    await evidence.getByText(/^crs-\w+ of .* names this bundle; signed by the pinned key/).waitFor()
    await clean(page, 'evidence, checked')
    const { name, bytes: copy } = await saveCopy(page, evidence)
    expect(name).toMatch(/^flagpost-[0-9a-f]{12}\.wacz$/)
    const { keys } = await (await fetch(`${on.backend.origin}/.well-known/jwks.json`)).json()
    const { lines } = await verifyBundle(copy, { keys })
    expect(lines.flatMap(({ faults }) => faults)).toEqual([])
    expect(lines.find(({ check }) => check === 'receipt')?.params.pinned).toBe(1)
    expect(asked.filter((url) => !/^(chrome-extension|blob|data):/.test(url))).toEqual([])
    await page.close()
  })

  it('says so when the bundle on the disk is not the one that was sealed', async () => {
    await inExtension(
      on.app,
      () =>
        new Promise<void>((done, fail) => {
          const opening = indexedDB.open('flagpost')
          opening.onerror = () => fail(opening.error)
          opening.onsuccess = () => {
            const db = opening.result
            const tx = db.transaction('bodies', 'readwrite')
            tx.objectStore('bodies').openCursor().onsuccess = (event) => {
              const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result
              if (!cursor) return
              const row = cursor.value
              const bytes = new Uint8Array(row.boxed.cipher.slice(0))
              bytes[100] = (bytes[100] ?? 0) ^ 1
              cursor.update({ ...row, boxed: { ...row.boxed, cipher: bytes.buffer } })
              cursor.continue()
            }
            tx.oncomplete = () => {
              db.close()
              done()
            }
          }
        }),
      undefined,
    )
    const page = await queue(notice)
    const evidence = page.getByRole('region', { name: 'Evidence' })
    await evidence.getByRole('button', { name: 'Check and open' }).click()
    await evidence.getByText('The evidence of this notice cannot be opened any more.').waitFor()
    expect(await evidence.locator('iframe').count()).toBe(0)
    await page.close()
  })

  it('has one pane where there is no room for two', async () => {
    const page = await queue()
    await page.setViewportSize({ width: 400, height: 700 })
    await page.locator('.line-button').first().click()
    const pane = page.getByRole('article', { name: 'Post on Mastodon' })
    await pane.waitFor()
    expect(await page.locator('.line-button').first().isVisible()).toBe(false)
    await clean(page, 'narrow')
    await page.keyboard.press('Escape')
    await page.locator('.line-button').first().waitFor()
    expect(await pane.isVisible()).toBe(false)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400)
    await page.close()
  })
})

it('the desk reads where in the picture and the film it is', async () => {
  const page = await openDesk(on.app.context, on.backend)
  await page.goto(`${on.backend.origin}/desk/notices/${notice}`)
  await page.getByText(/^Picture 1: (49|50|51).* from the top$/).waitFor()
  await page.getByText('Video 2: from 0:02 to 0:05').waitFor()
  await page.close()
})

describe('ten thousand notices', () => {
  const MANY = 10_000
  beforeAll(async () => {
    const { summary } = sampleRow()
    const states = ['delivered', 'decided', 'queued', 'withdrawn'] as const
    const all = Array.from({ length: MANY }, (_, i): NoticeRow => {
      const state = states[i % 4] ?? 'delivered'
      return sampleRow({
        state,
        connectionId: 'nobody',
        dueAt: Number.MAX_SAFE_INTEGER,
        createdAt: i,
        updatedAt: i,
        deadlineAt: i % 8 === 0 ? Date.now() + i * 1000 : null,
        withdrawal: state === 'withdrawn' ? { reason: 'sample', at: i, told: true } : null,
        summary: {
          ...summary,
          permalink: `https://mastodon.example/@ada/${i}`,
          text: `Number n${i}n of many.`,
        },
      })
    })
    await inExtension(
      on.app,
      (json) =>
        new Promise<void>((done, fail) => {
          const rows = JSON.parse(json) as unknown[]
          const opening = indexedDB.open('flagpost')
          opening.onerror = () => fail(opening.error)
          opening.onsuccess = () => {
            const db = opening.result
            const tx = db.transaction('notices', 'readwrite')
            for (const row of rows) tx.objectStore('notices').put(row)
            tx.onerror = () => fail(tx.error)
            tx.oncomplete = () => {
              db.close()
              done()
            }
          }
        }),
      // As one text: the driver takes long over thirty thousand objects.
      JSON.stringify(all),
    )
  })

  it('open, scroll and are searched as ten are: only what is seen is drawn', async () => {
    const page = await queue()
    await page.locator('option', { hasText: 'Withdrawn · 2,500' }).waitFor({ state: 'attached' })
    expect(await page.locator('.line-button').count()).toBeLessThan(60)
    await page.keyboard.press('End')
    await page.locator('.line-button', { hasText: 'Number n1n of many.' }).waitFor()
    expect(await page.locator('.line-button').count()).toBeLessThan(60)
    const last = await page.evaluate(() => document.activeElement?.textContent)
    expect(last).toMatch(/Number n\d{1,2}n of many/)
    // Quick scrolling never shows an empty list.
    const gaps = await page.evaluate(async () => {
      const list = document.querySelector('.list') as HTMLElement
      let empty = 0
      for (let i = 0; i < 40; i++) {
        list.scrollTop = (list.scrollHeight / 40) * i
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
        const { top, height } = list.getBoundingClientRect()
        const middle = document.elementFromPoint(60, top + height / 2)
        if (!middle?.closest('.line, .list-head')) empty++
      }
      return empty
    })
    expect(gaps).toBe(0)
    await page.keyboard.press('/')
    await page.keyboard.type('n9973n')
    await page.getByRole('heading', { name: '1 found' }).waitFor()
    await page.locator('.line-button', { hasText: 'Number n9973n of many.' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByLabel('State').selectOption({ label: 'Withdrawn · 2,500' })
    await page.getByRole('heading', { name: '2,500 found' }).waitFor()
    await clean(page, 'long list')
    await page.close()
  })
})
