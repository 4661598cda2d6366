import fs from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LedgerEntry } from '../../utils/ledger/entry'
import type { Notice } from '../../utils/notice'
import type { NoticeRow } from '../../utils/outbox/row'
import { faultsInBothSchemes } from '../support/axe'
import { commit } from '../support/commit'
import { decideAtDesk, openDesk } from '../support/desk'
import { sendForm } from '../support/fill'
import { until } from '../support/marks'
import { rows, type Stage, stage, value, waitForRow } from '../support/stage'
import { readStore } from '../support/stored'
import { delivered } from '../support/way'

/** What comes after the delivery, in the real browser and at the real desk: a correction, then the decision's answer. */
let on: Stage
let first: string
beforeAll(async () => {
  on = await stage()
  const page = await on.sample('bluesky-live.html')
  await page.evaluate(() => window.live.add(3))
  first = await commit(on.app, page, 0)
  await delivered(on.app, first)
  await page.close()
})
afterAll(() => on?.stop())

const seen = async (page: Page, what: string) => expect(await faultsInBothSchemes(page, what)).toEqual([])
async function queue(id: string): Promise<Page> {
  const page = await on.app.open(on.app.url(`queue.html#${id}`))
  await page.locator('#pane-title').waitFor()
  return page
}
const rowOf = async (id: string) => (await rows(on.app)).find((row) => row.id === id) as unknown as NoticeRow
const history = async (id: string) =>
  ((await on.app.inExtension(readStore, 'ledger')) as LedgerEntry[]).filter(({ noticeId }) => noticeId === id)

const REASON = 'The passage was quoted from another post.'
let second: string

describe('a delivered notice', () => {
  it('is corrected with a reason: a notice of its own, and both know of each other, here and at the desk', async () => {
    const page = await queue(first)
    await page.getByRole('button', { name: 'Correct…' }).waitFor()
    const opening = on.app.context.waitForEvent('page')
    // By its key, as one mends a refused one.
    await page.locator('#pane-title').press('e')
    const window = await opening
    await window.getByText('This corrects your notice crs-').waitFor()
    const form = window.mainFrame()
    await form.getByLabel('Why it falls under this').fill('Sixty accounts post this advertisement at once.')
    await form.getByRole('checkbox', { name: /good faith/i }).check()
    await form.getByText('Say what was wrong in it: the platform sees both.').waitFor()
    await form.locator('button.send[aria-disabled=true]').waitFor()
    await seen(window, 'correction')
    await form.locator('[data-field="reasons.correction"]').fill(REASON)
    await sendForm(form)
    await window.close()
    const row = await waitForRow(
      on.app,
      ({ id, state }) => id !== first && state === 'delivered',
      'the correction’s receipt',
    )
    second = row.id
    await until(
      () => rowOf(first),
      ({ correctedBy }) => correctedBy?.id === second,
      'the first one to say so',
    )
    const sent = (await on.backend.notices()).find(({ id }) => id === second)
    const notice = JSON.parse(sent?.body ?? '{}') as Notice
    expect([notice.corrects, notice.reasons]).toEqual([first, { correction: REASON }])
    expect((await history(first)).at(-1)).toMatchObject({ event: 'corrected', facts: { by: second } })
    expect((await history(second))[0]).toMatchObject({ event: 'submit', facts: { corrects: first } })

    await page.getByText('A correction of it has arrived.').waitFor()
    await page.getByRole('link', { name: 'Corrected by a later notice of yours' }).click()
    await page.getByRole('link', { name: 'Corrects an earlier notice of yours' }).waitFor()
    await page.getByText('You sent it as a correction of an earlier notice.').waitFor()
    expect(new URL(page.url()).hash).toBe(`#${second}`)
    await page.close()

    const desk = await openDesk(on.app.context, on.backend)
    await desk.getByText('Correction', { exact: true }).waitFor()
    await desk.getByText('Corrected', { exact: true }).waitFor()
    await desk.goto(`${on.backend.origin}/desk/notices/${second}`)
    await desk.getByText('Corrects the notice').waitFor()
    await desk.getByText(REASON).waitFor()
    await seen(desk, 'desk-correction')
    await desk.getByRole('link', { name: /^crs-/ }).click()
    await desk.getByText('Corrected by the notice').waitFor()
    await desk.close()
  })

  it('when it is decided: time for a complaint, its words, contest and accept, the date for the calendar', async () => {
    const desk = await openDesk(on.app.context, on.backend)
    await decideAtDesk(desk, on.backend, second, { outcome: 'noAction' })
    await desk.close()
    // Its time for taking it back is over.
    await on.backend.query('update decision set due_at = now() where notice_id = $1', [second])
    await until(
      async () => {
        await value(on.app, 'outbox.drain')
        return rowOf(second)
      },
      ({ state }) => state === 'decided',
      'the decision',
    )
    await on.app.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const page = await queue(second)
    await page.getByText(/The platform takes a complaint until/).waitFor()
    await seen(page, 'decided')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Deadline to calendar' }).click(),
    ])
    const calendar = await fs.readFile(await download.path(), 'utf8')
    expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*DTSTART;VALUE=DATE:\d{8}\r\n/)

    const contest = page.getByRole('button', { name: 'Contest…' })
    await contest.focus()
    await page.keyboard.press('Enter')
    const words = page.getByLabel('Your complaint')
    await words.waitFor()
    expect(await words.inputValue()).toMatch(/crs-/)
    await seen(page, 'complaint')
    await page.getByRole('button', { name: 'Copy, and note it as contested' }).click()
    await page.getByText(/^.*You contested it on .*; its content is kept\./).waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/crs-/)
    expect((await rowOf(second)).answer?.kind).toBe('contested')
    await page.getByRole('button', { name: 'Accept', exact: true }).click()
    await page.getByText(/You accepted it on/).waitFor()
    expect((await history(second)).map(({ event }) => event).slice(-2)).toEqual(['contest', 'accept'])
    await seen(page, 'accepted')
    await page.close()
  })
})
