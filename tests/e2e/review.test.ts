import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LedgerEntry } from '../../utils/ledger/entry'
import type { Answer, Connection } from '../../utils/messages'
import { accessFaults } from '../support/axe'
import { commit } from '../support/commit'
import { openDesk } from '../support/desk'
import { until } from '../support/marks'
import { connect, type Stage, stage, value, waitForRow } from '../support/stage'
import { readStore } from '../support/stored'

/**
 * Four eyes in the real browser: the author's notice waits, a second account of the organisation decides in the queue,
 * and only then the desk gets it. (Both accounts are connected in one browser; new notices are the author's.)
 */
let on: Stage
let page: Page
let author: Connection
let second: Connection
beforeAll(async () => {
  on = await stage()
  author = (await value<Connection[]>(on.app, 'connection.list'))[0] as Connection
  const link = await on.backend.enrol({
    organisation: 'Sample Ministry',
    country: 'KZ',
    reviewerCode: 'A1',
    role: 'approver',
    rules: { maxPerMinute: 60, secondReviewer: 'always' },
  })
  second = await connect(on.app, link, on.proxy.origin)
  // The author's browser hears of the new rules, too.
  await value(on.app, 'connection.test', { connectionId: author.id })
  page = await on.sample('bluesky-live.html')
  await page.evaluate(() => window.live.add(8))
})
afterAll(() => on?.stop())

const atBackend = async (id: string) => (await on.backend.notices()).filter((one) => one.id === id).length
const state = (id: string, wanted: string) =>
  waitForRow(on.app, (row) => row.id === id && row.state === wanted, wanted, 30_000)
const waiting = async (id: string) =>
  until(
    async () => (await on.backend.query('select outcome from review where notice_id = $1', [id])).rows,
    (list) => list.length === 1,
    'the request for review',
  )
const history = async (id: string) =>
  ((await on.app.inExtension(readStore, 'ledger')) as LedgerEntry[]).filter(({ noticeId }) => noticeId === id)

async function queue(): Promise<Page> {
  const opened = await on.app.open(on.app.url('queue.html'))
  await opened.locator('.review-line').first().waitFor()
  return opened
}

describe('four eyes', () => {
  it('approved in the queue, the notice goes out; the ledger says by whom', async () => {
    const id = await commit(on.app, page, 0)
    await waiting(id)
    expect((await state(id, 'inReview')).state).toBe('inReview')
    expect(await atBackend(id)).toBe(0)
    const opened = await queue()
    // Counted where one looks first: the badge, and the first line of the popup.
    const worker = await on.app.worker()
    await until(
      () => worker.evaluate(() => chrome.action.getBadgeText({})),
      (text) => text === '1',
      'the badge',
    )
    const popup = await on.app.open(on.app.url('popup.html'))
    await popup.locator('.health').getByText('1 to review').waitFor()
    await popup.close()
    await opened.locator('.review-line').first().click()
    await opened.getByRole('heading', { name: 'Your word', exact: true }).waitFor()
    await opened.getByText('Forty accounts post advertisement').first().waitFor()
    await opened.getByRole('button', { name: 'Check and open' }).click()
    await opened.getByText(/unchanged since/i).waitFor()
    expect(await accessFaults(opened)).toEqual([])
    if (process.env.SHOTS)
      await opened.screenshot({ path: `${process.env.SHOTS}/review.png`, fullPage: true })
    // Without a reason nothing happens but that the reason is asked for.
    await opened.getByRole('button', { name: 'Approve' }).click()
    await opened.getByLabel('Your reason').fill('Passage and rule fit each other.')
    await opened.getByRole('button', { name: 'Approve' }).click()
    await opened.getByText('Approved. The author’s browser sends it now.').waitFor()
    await value(on.app, 'outbox.drain')
    await state(id, 'delivered')
    expect(await atBackend(id)).toBe(1)
    const line = (await history(id)).find(({ event }) => event === 'approve')
    expect(line?.facts.by).toBe(second.account.id)
    expect(line?.reviewer).toBe(author.account.id)
    // The platform's representative reads who else answers for it.
    const desk = await openDesk(on.app.context, on.backend)
    await desk.goto(`${on.backend.origin}/desk/notices/${id}`)
    const approver = desk
      .locator('dt', { hasText: 'Second reviewer' })
      .locator('xpath=following-sibling::dd[1]')
    expect(await approver.textContent()).toMatch(/^A1, .*\d/)
    await desk.close()
    await opened.close()
  })

  it('given back, it is refused with the reason, and nothing reaches the desk', async () => {
    const id = await commit(on.app, page, 1)
    await waiting(id)
    await value(on.app, 'review.settle', {
      connectionId: second.id,
      noticeId: id,
      approve: false,
      reason: 'Which passage?',
    })
    await value(on.app, 'outbox.drain')
    const row = await state(id, 'refused')
    expect(row.problem).toEqual({ code: 'reviewReturned', params: { reason: 'Which passage?' } })
    const again = (await on.app.ask('notice.retry', { noticeId: id })) as Answer<null>
    expect(again).toMatchObject({ ok: false, problem: { code: 'noticeMoved' } })
    expect(await atBackend(id)).toBe(0)
  })

  it('is nobody’s own word: not by message, not by the list', async () => {
    const id = await commit(on.app, page, 2)
    await waiting(id)
    const lists = await value<{ connectionId: string; reviews: { id: string }[] }[]>(on.app, 'review.list')
    expect(lists.map(({ connectionId }) => connectionId)).toEqual([second.id])
    const own = await on.app.ask('review.settle', {
      connectionId: author.id,
      noticeId: id,
      approve: true,
      reason: 'Mine.',
    })
    expect(own).toMatchObject({ ok: false, problem: { code: 'reviewForbidden' } })
    expect((await waiting(id))[0].outcome).toBeNull()
    expect(await atBackend(id)).toBe(0)
  })
})
