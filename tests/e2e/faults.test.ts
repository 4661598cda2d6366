import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Key, wordsOf } from '../../utils/i18n/catalogue'
import { problemText } from '../../utils/i18n/problem-text'
import { makeTranslator } from '../../utils/i18n/translator'
import type { LedgerEntry } from '../../utils/ledger/entry'
import type { Connection } from '../../utils/messages'
import type { NoticeRow } from '../../utils/outbox/row'
import type { Problem } from '../../utils/problem'
import { launch } from '../support/app'
import { accessFaults } from '../support/axe'
import { commit } from '../support/commit'
import { EVIDENCE, type Fault, NOTICES, problem } from '../support/faults'
import { until } from '../support/marks'
import { type Row, rows, type Stage, setSettings, stage, value, waitForRow } from '../support/stage'
import { readStore } from '../support/stored'

/**
 * What can go wrong between the extension and its backend, in the real browser with a real backend behind a proxy that
 * misbehaves: each notice arrives exactly once, or waits for a named thing with a sentence that says so.
 */
let on: Stage
let page: Page
/** Which post comes next: each has an author of its own. */
let next = 0

beforeAll(async () => {
  on = await stage()
  late = await sendSlowly()
})
afterAll(() => Promise.all([on?.stop(), slow?.stop()]))
beforeEach(async () => {
  page = await feed()
})
afterEach(async () => {
  on.proxy.fail(null)
  await page.close()
})

async function feed(): Promise<Page> {
  const opened = await on.sample('bluesky-live.html')
  await opened.evaluate(() => window.live.add(20))
  return opened
}

/** A notice in a browser of its own, whose answer takes longer than anybody waits, all the while. */
let late: string
let slow: Stage

async function sendSlowly(): Promise<string> {
  slow = await stage()
  slow.proxy.fail({ kind: 'slow', ms: 26_500 }, NOTICES, 1)
  const page = await slow.sample('bluesky-live.html')
  await page.evaluate(() => window.live.add(1))
  return commit(slow.app, page, 0)
}

const report = (): Promise<string> => commit(on.app, page, next++)
const state = (id: string, wanted: string, timeout?: number): Promise<Row> =>
  waitForRow(on.app, (row) => row.id === id && row.state === wanted, `${wanted}`, timeout)
const atBackend = async (id: string, { backend } = on) =>
  (await backend.notices()).filter((one) => one.id === id).length

const t = makeTranslator<Key>(wordsOf('en'), 'en')
/** The sentence that a person reads; a code without words would show as itself. */
function sentence(row: { problem: Problem | null }): string {
  const text = row.problem ? problemText(t, row.problem) : ''
  expect(text).not.toContain('problem.')
  return text
}

/** What the ledger says went wrong at each try, in its order. */
async function problems(id: string): Promise<string[]> {
  const ledger = (await on.app.inExtension(readStore, 'ledger')) as LedgerEntry[]
  const own = ledger.filter((entry) => entry.noticeId === id && entry.event === 'retry')
  return own.map(({ facts }) => String(facts.problem))
}

/** How often it was sent; under the same key always the same bytes. (What was cut before it was read has none.) */
function attempts(id: string, { proxy } = on): number {
  const sent = proxy.heard.filter((one) => NOTICES(one) && one.headers['idempotency-key'] === id)
  const bodies = new Set(sent.map(({ body }) => body.toString()).filter(Boolean))
  expect(bodies.size).toBe(1)
  return sent.length
}

const html: Fault = {
  kind: 'answer',
  reply: {
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: '<h1>Please sign in to the Wi-Fi</h1>',
  },
}
const json = (status: number, body: unknown): Fault => ({
  kind: 'answer',
  reply: { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
})

describe('what passes by itself: the notice waits, and arrives once', () => {
  it.each<[string, Fault, number, string, RegExp]>([
    ['down', { kind: 'down' }, 2, 'backendDown', /did not answer.*go out again by themselves/],
    ['HTML of a captive portal', html, 1, 'answerUnreadable', /not as a backend does.*kept and go out/],
    ['500', problem(500, 'It broke.'), 1, 'backendFault', /a fault of its own.*go out again by themselves/],
    [
      '429 with Retry-After',
      problem(429, 'Slowly.', { 'retry-after': '2' }),
      1,
      'backendBusy',
      /asks to wait/,
    ],
    ['409, still taken', problem(409, 'Wait.', { 'retry-after': '1' }), 1, 'inProgress', /still working/],
    ['off the schema', json(201, { receipt: 5 }), 1, 'answerUnreadable', /not as a backend does/],
    ['an answer lost after the commit', { kind: 'cut' }, 2, 'backendDown', /did not answer/],
  ])('%s', async (_name, fault, times, code, words) => {
    on.proxy.fail(fault, NOTICES, times)
    const id = await report()
    await state(id, 'delivered')
    expect(await atBackend(id)).toBe(1)
    expect(attempts(id)).toBe(times + 1)
    // A connection that broke is tried again by the browser itself, once, before anybody hears of it.
    const met = await problems(id)
    expect(met.length).toBeGreaterThan(0)
    expect(met.every((one) => one === code)).toBe(true)
    expect(sentence({ problem: { code } })).toMatch(words)
  })

  it('429 with Retry-After: not before the time that the backend asks for', async () => {
    on.proxy.fail(problem(429, 'Slowly.', { 'retry-after': '3' }), NOTICES, 1)
    const id = await report()
    const at = async (event: string, nth: number) => {
      const ledger = (await on.app.inExtension(readStore, 'ledger')) as LedgerEntry[]
      return Date.parse(
        ledger.filter((entry) => entry.noticeId === id && entry.event === event)[nth]?.at ?? '',
      )
    }
    await state(id, 'delivered')
    expect((await at('send', 1)) - (await at('retry', 0))).toBeGreaterThanOrEqual(3_000)
  })

  it('an upload of evidence that breaks off', async () => {
    on.proxy.fail({ kind: 'cutUpload' }, EVIDENCE, 1)
    const id = await report()
    await state(id, 'delivered')
    expect(await atBackend(id)).toBe(1)
  })
})

it('an answer that takes longer than anybody waits: the notice arrives once, whichever try it is', async () => {
  const id = late
  await waitForRow(slow.app, (row) => row.id === id && row.state === 'delivered', 'delivered', 60_000)
  // The first one, given up by the browser, reaches the backend after the second.
  await until(
    async () => attempts(id, slow),
    (times) => times === 2,
    'both tries at the backend',
    30_000,
  )
  expect(await atBackend(id, slow)).toBe(1)
})

describe('what needs the reviewer: the notice waits for a named thing', () => {
  it('401: the connection waits for a sign-in, nothing is counted, and goes on after it', async () => {
    on.proxy.fail(problem(401, 'Who are you?'))
    const id = await report()
    const [connection] = await until(
      () => value<Connection[]>(on.app, 'connection.list'),
      ([first]) => first?.problem != null,
      'the connection’s problem',
    )
    expect(sentence({ problem: connection?.problem ?? null })).toMatch(/Sign in again in the options/)
    const row = await state(id, 'queued')
    expect(row.attempts).toBe(0)
    on.proxy.fail(null)
    await value(on.app, 'connection.test', { connectionId: connection?.id })
    await state(id, 'delivered')
    expect(await atBackend(id)).toBe(1)
  })

  it('403: the connection waits for whoever runs the backend, nothing is counted, and goes on after that', async () => {
    on.proxy.fail(problem(403, 'This account may only read.'), NOTICES)
    const id = await report()
    const [connection] = await until(
      () => value<Connection[]>(on.app, 'connection.list'),
      ([first]) => first?.problem?.code === 'accountRefused',
      'the connection’s problem',
    )
    expect(sentence({ problem: connection?.problem ?? null })).toMatch(
      /does not let this account report: “This account may only read.” .*other connections go on/,
    )
    // That the backend answers other questions does not let the queue try again.
    await value(on.app, 'outbox.drain')
    expect((await state(id, 'queued')).attempts).toBe(0)
    expect(attempts(id)).toBe(1)
    on.proxy.fail(null)
    await value(on.app, 'connection.test', { connectionId: connection?.id })
    await state(id, 'delivered')
    expect(await atBackend(id)).toBe(1)
  })

  it('413 for the evidence: it goes without the post’s media, is told, and all of it stays here', async () => {
    on.proxy.fail(problem(413, 'At most 1 kB.'), EVIDENCE, 1)
    const feed = await on.sample('mastodon-feed.html')
    const id = await commit(on.app, feed, 1)
    await feed.close()
    const { evidence, lightened } = (await state(id, 'delivered')) as Row &
      Pick<NoticeRow, 'evidence' | 'lightened'>
    expect(lightened?.from.bytes).toBeGreaterThan(evidence?.bytes ?? 0)
    const [there] = (await on.backend.notices()).filter((one) => one.id === id)
    expect(evidence && JSON.stringify(there)).toContain(evidence?.sha256)
    const pane = await on.app.open(on.app.url(`queue.html#${id}`))
    await pane.getByText(/The backend found the evidence too large .* All of it stays here/).waitFor()
    for (const colorScheme of ['light', 'dark'] as const) {
      await pane.emulateMedia({ colorScheme })
      await pane.waitForTimeout(400)
      expect(await accessFaults(pane)).toEqual([])
      if (process.env.SHOTS) await pane.screenshot({ path: `${process.env.SHOTS}/light-${colorScheme}.png` })
    }
    await pane.close()
  })

  it.each<[string, Fault, RegExp]>([
    [
      '409 for another body',
      problem(409, 'Another notice has this key.'),
      /does not take this.*Another notice/,
    ],
    ['413', problem(413, 'At most 1 MB.'), /too large: “At most 1 MB.”/],
    ['422', problem(422, 'The address is wrong.'), /does not take this: “The address is wrong.”/],
  ])('%s: refused, and sent again when it was mended', async (_name, fault, words) => {
    on.proxy.fail(fault, NOTICES, 1)
    const id = await report()
    const row = await state(id, 'refused')
    expect(sentence(row)).toMatch(words)
    expect(await atBackend(id)).toBe(0)
    await value(on.app, 'notice.retry', { noticeId: id })
    await state(id, 'delivered')
    expect(await atBackend(id)).toBe(1)
  })

  it('a receipt over other bytes: not delivered, a person decides', async () => {
    on.proxy.fail(
      {
        kind: 'change',
        change: (reply) => {
          const { receipt } = JSON.parse(String(reply.body)) as { receipt: string }
          const [head, , signature] = receipt.split('.')
          const claims = Buffer.from(
            JSON.stringify({ iss: 'x', sub: crypto.randomUUID(), jti: 'x', iat: 1, body: '0'.repeat(64) }),
          ).toString('base64url')
          return { ...reply, body: JSON.stringify({ receipt: `${head}.${claims}.${signature}` }) }
        },
      },
      NOTICES,
      1,
    )
    const id = await report()
    const row = await state(id, 'uncertain')
    expect(sentence(row)).toMatch(/its receipt does not fit what was sent/)
    expect(row.receipt).toBeNull()
    await value(on.app, 'notice.resolve', { noticeId: id, arrived: false })
    await state(id, 'delivered')
    expect(await atBackend(id)).toBe(1)
  })
})

describe('what dies on the way', () => {
  it('the worker, while a notice is being sent', async () => {
    on.proxy.fail({ kind: 'slow', ms: 3_000 }, NOTICES, 1)
    const heard = on.proxy.heard.length
    const id = await report()
    await state(id, 'sending')
    await on.app.killWorker()
    // Anything wakes it: here the page's own question for states.
    await page.reload()
    await state(id, 'delivered')
    expect(await atBackend(id)).toBe(1)
    expect(on.proxy.heard.length).toBeGreaterThan(heard)
  })

  it('the browser, right after the commit: started again on the same profile, the notice goes out once', async () => {
    await setSettings(on.app, { undoSeconds: 2 })
    const id = await report()
    expect(await rows(on.app)).toContainEqual(expect.objectContaining({ id, state: 'held' }))
    expect(await atBackend(id)).toBe(0)
    await on.app.kill()
    on.app = await launch({ pagesPort: on.pages.port, profile: on.app.profile })
    await state(id, 'delivered')
    expect(await atBackend(id)).toBe(1)
    page = await on.app.open('about:blank')
  })
})
