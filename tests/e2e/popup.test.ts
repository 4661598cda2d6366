import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Notice } from '../../utils/notice'
import { faultsInBothSchemes } from '../support/axe'
import { decideByToken } from '../support/desk'
import { type Fault, NOTICES } from '../support/faults'
import { formGone, formOf } from '../support/form'
import { marks, settledMarks, until, waitForMarks } from '../support/marks'
import { inExtension, rows, type Stage, setSettings, stage, value, waitForRow } from '../support/stage'
import { delivered, report } from '../support/way'

let on: Stage
let feed: Page
/** Ids of the notices that the tests send for real, by what becomes of them. */
const sent = { delivered: '', refused: '', waiting: '', held: '' }
const WHY = 'Marked word: the author calls on readers to go there tonight, says where and when, and means it.'
const REFUSAL: Fault = {
  kind: 'answer',
  reply: {
    status: 422,
    headers: { 'content-type': 'application/problem+json' },
    body: JSON.stringify({
      title: 'A field is wrong.',
      status: 422,
      errors: [{ pointer: '/grounds/0/explanation/why', detail: 'Please name the passage.' }],
    }),
  },
}

beforeAll(async () => {
  on = await stage()
})
afterAll(() => on?.stop())

/** Opens the popup's page in a tab, as large as the browser makes it. */
async function popup(): Promise<Page> {
  const page = await on.app.open(on.app.url('popup.html'))
  await page.setViewportSize({ width: 380, height: 560 })
  await page.locator('.health-way').waitFor()
  return page
}
const line = (page: Page, id: string) => page.locator(`[data-line="${id}"]`)
const clean = async (page: Page, what: string) => expect(await faultsInBothSchemes(page, what)).toEqual([])

describe('the empty queue', () => {
  it('says how to begin, and offers practice', async () => {
    const page = await popup()
    await page.getByRole('heading', { name: 'Nothing reported yet' }).waitFor()
    await page.getByText('connected · nothing waits').waitFor()
    await clean(page, 'empty popup')
    const opening = on.app.context.waitForEvent('page')
    await page.getByRole('link', { name: 'Practise first' }).click()
    const practice = await opening
    expect(practice.url()).toContain('/practice.html')
    await practice.close()
  })

  it('says that a page of the browser’s own can’t be read', async () => {
    const page = await popup()
    await page.getByRole('button', { name: 'Report this page' }).click()
    await page.getByRole('alert').getByText('The browser lets no extension read this page.').waitFor()
    await page.close()
  })
})

describe('the page in front', () => {
  /** The popup as it opens over a page: that one is the active tab, not the popup's own. */
  async function over(page: Page): Promise<Page> {
    await page.bringToFront()
    const [tab] = await inExtension(
      on.app,
      (url) => chrome.tabs.query({ url: `${new URL(url).origin}/*` }),
      page.url(),
    )
    const opened = await on.app.context.newPage()
    await opened.addInitScript((front) => {
      chrome.tabs.query = (() => Promise.resolve([front])) as typeof chrome.tabs.query
    }, tab)
    // (Its size stays: another one would be the whole window's, and presses in the form's frame would miss it.)
    await opened.goto(on.app.url('popup.html'))
    return opened
  }

  it('is reported: the form opens over it, the popup closes', async () => {
    const page = await on.sample('bluesky-thread.html')
    await settledMarks(page)
    const opened = await over(page)
    const closed = opened.waitForEvent('close')
    await opened.getByRole('button', { name: 'Report this page' }).click()
    await closed
    await page.bringToFront()
    const form = await formOf(page)
    await form.getByRole('region', { name: 'Item' }).waitFor()
    await form.getByRole('button', { name: 'Discard', exact: true }).click()
    await form.getByRole('button', { name: 'Discard for good' }).click()
    await formGone(page)
    await page.close()
  })

  it('can be switched on where its site is off, and only there', async () => {
    await setSettings(on.app, { disabledSites: ['bluesky'] })
    const page = await on.sample('bluesky-feed.html')
    const opened = await over(page)
    await opened.getByText('The Report action is off on Bluesky.').waitFor()
    await clean(opened, 'offer')
    expect(await marks(page)).toHaveLength(0)
    await opened.getByRole('button', { name: 'Switch on' }).click()
    await opened.getByText('It is on. Open posts get their Report action now.').waitFor()
    await waitForMarks(page)
    await opened.getByText('The Report action is off').waitFor({ state: 'detached' })
    await opened.close()
    await page.close()
  })
})

describe('storage that does not open', () => {
  it('says what is safe and what to do, and tries again', async () => {
    const page = await on.app.context.newPage()
    await page.addInitScript(() => {
      const { open } = IDBFactory.prototype
      IDBFactory.prototype.open = () => {
        throw new DOMException('The disk does not answer.', 'UnknownError')
      }
      Object.assign(globalThis, { mend: () => Object.assign(IDBFactory.prototype, { open }) })
    })
    await page.goto(on.app.url('popup.html'))
    await page.setViewportSize({ width: 380, height: 560 })
    await page.getByText('The browser’s storage does not open.').waitFor()
    await clean(page, 'broken storage')
    await page.evaluate('mend()')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('heading', { name: 'Nothing reported yet' }).waitFor()
    await page.close()
  })

  it('shows grey lines only when the reading takes long', async () => {
    const page = await on.app.context.newPage()
    await page.addInitScript(() => {
      // A request that nobody ever answers.
      IDBFactory.prototype.open = () => Object.setPrototypeOf(new EventTarget(), IDBOpenDBRequest.prototype)
    })
    await page.goto(on.app.url('popup.html'))
    await page.getByRole('button', { name: 'Report this page' }).waitFor()
    const seen = await page.evaluate(async () => {
      const there = () => document.querySelector('.skeleton') !== null
      const atOnce = there()
      while (!there()) await new Promise(requestAnimationFrame)
      return { atOnce, since: performance.now() }
    })
    expect(seen.atOnce).toBe(false)
    await clean(page, 'skeleton')
    await page.close()
  })
})

describe('what the reviewer has sent', () => {
  beforeAll(async () => {
    feed = await on.sample('mastodon-feed.html')
    await settledMarks(feed)
    sent.delivered = (await report(on.app, feed, 0, { why: WHY })).id
    await delivered(on.app, sent.delivered)
    on.proxy.fail(REFUSAL, NOTICES)
    sent.refused = (await report(on.app, feed, 1)).id
    await waitForRow(on.app, ({ id, state }) => id === sent.refused && state === 'refused', 'the refusal')
    on.proxy.fail({ kind: 'down' })
    sent.waiting = (await report(on.app, feed, 2)).id
    await waitForRow(on.app, ({ id, problem }) => id === sent.waiting && problem !== null, 'the silence')
    await setSettings(on.app, { undoSeconds: 500 })
    sent.held = (await report(on.app, feed, 3)).id
    await setSettings(on.app, { undoSeconds: 0 })
  })

  it('stands in order: what needs the reviewer first; each with state, platform, words and ground', async () => {
    const page = await popup()
    const lines = page.locator('.line-button')
    await expect.poll(() => lines.count()).toBe(4)
    expect(await page.locator('.list-head').allTextContents()).toEqual(['Needs you', 'Everything else'])
    expect(await lines.first().getAttribute('data-line')).toBe(sent.refused)
    expect(await lines.first().textContent()).toMatch(/Bo.*A picture and a short film\..*Refused.*Mastodon/)
    expect(await line(page, sent.waiting).textContent()).toContain('Waiting')
    expect(await line(page, sent.held).textContent()).toContain('On hold')
    expect(await line(page, sent.delivered).textContent()).toContain('Delivered')
    await page.getByText(/2 waiting/).waitFor()
    await clean(page, 'popup')
    const badge = await (await on.app.worker()).evaluate(() => chrome.action.getBadgeText({}))
    expect(badge).toBe('1')
    await page.close()
  })

  it('is there while the background sleeps', async () => {
    await on.app.killWorker()
    const page = await on.app.context.newPage()
    // Nobody answers: every message of the page waits for ever.
    await page.addInitScript(() => {
      chrome.runtime.sendMessage = (() => new Promise(() => {})) as typeof chrome.runtime.sendMessage
    })
    await page.goto(on.app.url('popup.html'))
    await expect.poll(() => page.locator('.line-button').count()).toBe(4)
    await page.close()
    await value(on.app, 'outbox.drain')
  })

  it('says in words what happened, and mends the refused one in its own window: by keyboard alone', async () => {
    const page = await popup()
    await page.locator('.line-button').first().waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByText('“Please name the passage.” (answer 422)').waitFor()
    expect(await line(page, sent.refused).getAttribute('aria-expanded')).toBe('true')
    await clean(page, 'opened line')
    const opening = on.app.context.waitForEvent('page')
    await page.keyboard.press('e')
    const form = await opening
    await form.waitForURL('**/compose.html**')
    await form.getByLabel('Why it falls under this').waitFor()
    expect(await form.getByLabel('Why it falls under this').inputValue()).toContain('The author calls on')
    await form.close()
    await page.getByText('A copy is open in its own window.').waitFor()
    await page.keyboard.press('Escape')
    expect(await line(page, sent.refused).getAttribute('aria-expanded')).toBe('false')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-line'))).toBe(sent.refused)
    // The copy is a draft, and can be discarded from here; one question first.
    await page.locator('.line-button', { hasText: 'Draft' }).click()
    await page.getByRole('button', { name: 'Discard…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click()
    await page.getByText('The draft and its capture are gone.').waitFor()
    await page.close()
  })

  it('says when a waiting one goes out again, and tries it now', async () => {
    const page = await popup()
    await line(page, sent.waiting).click()
    await page.getByText('The backend did not answer.').waitFor()
    await page.getByText(/It goes out (again at \d+:\d\d|next)/).waitFor()
    await page.getByText('Flagpost CRS: no answer').waitFor()
    on.proxy.fail(null)
    await page.keyboard.press('t')
    await delivered(on.app, sent.waiting)
    await page.getByText('The platform’s reporting channel has it.').waitFor()
    await page.close()
  })

  it('takes a held one back: it is a draft again', async () => {
    const page = await popup()
    await line(page, sent.held).click()
    await page.getByText(/It goes out at \d+:\d\d/).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Taken back. It is a draft again.').waitFor()
    await line(page, sent.held).waitFor({ state: 'detached' })
    await page.locator('.line-button', { hasText: 'Draft' }).waitFor()
    expect((await rows(on.app)).map(({ id }) => id)).not.toContain(sent.held)
    await page.close()
  })

  it('finds by words, and by what was reported', async () => {
    const page = await popup()
    await page.keyboard.press('/')
    await page.keyboard.type('SHORT film')
    await page.getByRole('heading', { name: '1 found' }).waitFor()
    expect(await page.locator('.line-button').count()).toBe(1)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByText('“Please name the passage.”').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    await page.keyboard.type('nobody said this')
    await page.getByText('Nothing in the queue fits “nobody said this”.').waitFor()
    await clean(page, 'nothing found')
    await page.getByRole('button', { name: 'Show all' }).click()
    await line(page, sent.delivered).waitFor()
    await page.close()
  })

  it('shows the decision with its statement of reasons, each ground answered', async () => {
    const [notice] = (await on.backend.notices()).filter(({ id }) => id === sent.delivered)
    const { grounds } = JSON.parse(notice?.body ?? '') as Notice
    const answer = await decideByToken(on.backend, sent.delivered, {
      outcome: 'restricted',
      territory: ['KZ'],
      until: null,
      facts: 'The post names a place and a time.',
      automatedDetection: true,
      automatedDecision: 'not',
      grounds: [
        { groundId: grounds[0]?.ground.id, upheld: true, explanation: 'It calls people to a place.' },
      ],
      redress: 'Complaint within six months.',
      decidedBy: 'Desk, J. Ross',
    })
    expect(answer.ok, await answer.text()).toBe(true)
    await on.backend.query('update decision set due_at = now() where published_at is null')
    await until(
      async () => {
        await value(on.app, 'outbox.drain')
        return rows(on.app)
      },
      (all) => all.some(({ id, state }) => id === sent.delivered && state === 'decided'),
      'the decision',
      30_000,
    )
    const page = await popup()
    await page.getByText(/last decision just now/).waitFor()
    await line(page, sent.delivered).click()
    for (const words of [
      'Decided: Restricted',
      'Desk, J. Ross',
      'Kazakhstan',
      'The post names a place and a time.',
      'Upheld',
      'It calls people to a place.',
      'used to find it, not used to decide',
      'Complaint within six months.',
    ]) {
      await page.getByText(words, { exact: true }).first().waitFor()
    }
    await clean(page, 'decision')
    await page.close()
  })

  it('withdraws with a reason, by keyboard, and the backend hears of it', async () => {
    const page = await popup()
    await line(page, sent.waiting).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('w')
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('textarea')
    // Letters are words now, not commands.
    await page.keyboard.type('it was a quote, just that')
    await clean(page, 'withdrawing')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await waitForRow(
      on.app,
      ({ id, state }) => id === sent.waiting && state === 'withdrawn',
      'the withdrawal',
    )
    await page.getByText('“it was a quote, just that”').waitFor()
    await until(
      () => on.backend.query('select reason from withdrawal where notice_id = $1', [sent.waiting]),
      ({ rows: [row] }) => row?.reason === 'it was a quote, just that',
      'the backend to be told',
      20_000,
    )
    await page.getByText(/You withdrew it .*The backend knows\./).waitFor()
    await page.close()
  })

  it('pauses and goes on', async () => {
    const page = await popup()
    await page.keyboard.press('p')
    await page.getByText('Sending is paused. Notices are kept.').waitFor()
    await page.locator('.health-way', { hasText: 'Paused' }).waitFor()
    await page.getByRole('button', { name: 'Resume' }).click()
    await page.locator('.health-way', { hasText: 'connected' }).waitFor()
    await page.close()
  })

  it('lists its keys, and knows them on a Cyrillic layout', async () => {
    const page = await popup()
    await page.locator('.line-button').first().waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    await clean(page, 'keys')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.evaluate(() =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'о', code: 'KeyJ', bubbles: true })),
    )
    await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-line'))).toBe(true)
    await page.close()
  })
})
