// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Popup } from '../../components/queue/popup'
import { TextContext } from '../../components/text'
import { translator } from '../../utils/i18n'
import type { NoticeRow } from '../../utils/outbox/row'
import { Outbox } from '../../utils/outbox/store'
import { fakeBrowser } from '../support/extension-api'
import { sampleDecision, sampleRow } from '../support/samples'

// The pages take the browser's own API as they are loaded.
await vi.hoisted(async () => {
  const { fakeBrowser: fake } = await import('wxt/testing/fake-browser')
  Object.assign(globalThis, { browser: fake })
})

type Asked = { type: string; payload: unknown }
let asked: Asked[]
/** What the background answers, by message type. */
let answers: Record<string, unknown>

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  fakeBrowser.reset()
  asked = []
  answers = { 'connection.list': [] }
  fakeBrowser.runtime.sendMessage = (async (message: Asked) => {
    asked.push(message)
    const answer = answers[message.type]
    return answer instanceof Error
      ? { ok: false, problem: { code: answer.message } }
      : { ok: true, value: answer ?? null }
  }) as typeof fakeBrowser.runtime.sendMessage
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([])
})
afterEach(() => {
  render(null, document.body)
  vi.restoreAllMocks()
})

/** Puts rows as they are, and opens the popup on them. */
async function open(...rows: Partial<NoticeRow>[]): Promise<void> {
  const outbox = new Outbox()
  const db = await outbox.database()
  for (const row of rows) await db.put('notices', sampleRow(row))
  await act(() =>
    render(
      <TextContext.Provider value={{ t: translator('en'), locale: 'en' }}>
        <Popup outbox={outbox} />
      </TextContext.Provider>,
      document.body,
    ),
  )
  await settled(() => document.querySelector('.line-top, .empty') !== null)
}
async function settled(good: () => boolean): Promise<void> {
  for (let i = 0; i < 100 && !good(); i++) await act(() => new Promise((done) => setTimeout(done, 5)))
  expect(good()).toBe(true)
}
const lines = () =>
  [...document.querySelectorAll<HTMLElement>('.line-button')].map((line) => line.dataset.line)
const buttons = () =>
  [...document.querySelectorAll('.line-panel .buttons button')].map((button) => button.textContent)
const press = (key: string) =>
  act(() => {
    ;(document.activeElement ?? document.body).dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    )
  })
async function openLine(id: string): Promise<void> {
  await act(() => document.querySelector<HTMLElement>(`[data-line="${id}"]`)?.click())
  await settled(() => document.querySelector('.line-panel') !== null)
}

describe('the popup', () => {
  it('shows the queue in its order, by keyboard from line to line', async () => {
    await open(
      { id: 'old', state: 'delivered', updatedAt: 1 },
      { id: 'new', state: 'decided', updatedAt: 9, decision: sampleDecision() },
      { id: 'late', state: 'delivered', deadlineAt: Date.now() + 9_000_000, updatedAt: 2 },
      { id: 'refused', state: 'refused', updatedAt: 4 },
    )
    expect(lines()).toEqual(['refused', 'late', 'new', 'old'])
    await press('j')
    await press('j')
    expect((document.activeElement as HTMLElement).dataset.line).toBe('late')
    await press('End')
    expect((document.activeElement as HTMLElement).dataset.line).toBe('old')
    await press('k')
    expect((document.activeElement as HTMLElement).dataset.line).toBe('new')
    // One tab stop for the whole list.
    expect(document.querySelectorAll('.line-button[tabindex="0"]')).toHaveLength(1)
  })

  it.each([
    ['refused', ['Mend', 'Send as it is', 'Withdraw…']],
    ['uncertain', ['It arrived', 'Send again', 'Mend', 'Withdraw…']],
    ['queued', ['Try now', 'Withdraw…']],
    ['delivered', ['Correct…', 'Withdraw…']],
    ['withdrawn', []],
  ] as const)('offers for a notice that is %s: %j', async (state, expected) => {
    const withdrawal = state === 'withdrawn' ? { reason: 'wrong post', at: 1, told: true } : null
    await open({ id: 'n', state, attempts: 1, withdrawal, problem: null })
    await openLine('n')
    expect(buttons()).toEqual(expected)
  })

  it('asks the background for what was pressed, and says what came of it', async () => {
    await open({ id: 'n', state: 'uncertain', attempts: 1, problem: { code: 'receiptWrong' } })
    await openLine('n')
    expect(document.querySelector('.line-panel')?.textContent).toContain('its receipt does not fit')
    await act(() => document.querySelector<HTMLElement>('.line-panel .buttons button')?.click())
    await settled(() => document.querySelector('.said-line')?.textContent !== '')
    expect(asked).toContainEqual({ type: 'notice.resolve', payload: { noticeId: 'n', arrived: true } })
    expect(document.querySelector('.said-line')?.textContent).toBe('Kept as delivered, without a receipt.')
  })

  it('says why the background did not do it', async () => {
    answers['notice.retry'] = new Error('noticeMoved')
    await open({ id: 'n', state: 'queued', attempts: 1 })
    await openLine('n')
    await press('t')
    await settled(() => document.querySelector('.line-panel [role=alert]') !== null)
    expect(document.querySelector('.line-panel [role=alert]')?.textContent).toContain('has moved on')
  })

  it('shows a decision with every ground of the notice, answered or not', async () => {
    const ground = { kind: 'policy' as const, capture: 'full' as const }
    const summary = {
      ...sampleRow().summary,
      grounds: [
        { ...ground, id: 'a.b', label: 'Rule 1' },
        { ...ground, id: 'c.d', label: 'Rule 2' },
        { ...ground, id: 'e.f', label: 'Rule 3' },
      ],
    }
    const decision = sampleDecision({
      grounds: [
        { groundId: 'c.d', upheld: false, explanation: 'It is a quotation.' },
        { groundId: 'a.b', upheld: true, explanation: '' },
      ],
    })
    await open({ id: 'n', state: 'decided', decision, summary, attempts: 1 })
    await openLine('n')
    expect([...document.querySelectorAll('.answers li')].map((li) => li.textContent)).toEqual([
      'Rule 1 Upheld',
      'Rule 2 Not upheldIt is a quotation.',
      'Rule 3 Not answered',
    ])
  })

  it('keeps markup and direction marks in a post as text', async () => {
    const summary = {
      ...sampleRow().summary,
      author: '<img src=x onerror=alert(1)>',
      text: '\u202Egnp.exe <b>bold</b>',
    }
    await open({ id: 'n', state: 'delivered', summary })
    expect(document.querySelector('.line-author')?.textContent).toBe('<img src=x onerror=alert(1)>')
    expect(document.querySelector('.line-text')?.textContent).toBe('\u202Egnp.exe <b>bold</b>')
    expect(document.querySelector('.list img, .list b')).toBeNull()
    expect(document.querySelector('.line-text')?.getAttribute('dir')).toBe('auto')
  })

  it('single letters do nothing when they are switched off; arrows do', async () => {
    await fakeBrowser.storage.local.set({ settings: { singleKeys: false } })
    await open({ id: 'a', state: 'delivered' })
    await settled(() => true)
    await press('j')
    expect(document.activeElement).toBe(document.body)
    await press('ArrowDown')
    expect((document.activeElement as HTMLElement).dataset.line).toBe('a')
  })
})
