import { describe, expect, it } from 'vitest'
import { historyText } from '../../components/queue/history'
import { hitsOf, linesOf, sectionsOf } from '../../components/queue/lines'
import { deadlineText, shortAddress } from '../../components/queue/names'
import { type Around, whatOf } from '../../components/queue/what'
import { translator } from '../../utils/i18n'
import { LOCALES } from '../../utils/i18n/catalogue'
import type { LedgerEntry } from '../../utils/ledger/entry'
import type { Connection } from '../../utils/messages'
import { NEVER, TABLE } from '../../utils/outbox/machine'
import type { Queue } from '../../utils/outbox/queue'
import { STATES } from '../../utils/outbox/state'
import { sampleDraft, sampleRow } from '../support/samples'

const NOW = 1_000_000
const crs = { id: 'c1', name: 'CRS', problem: null } as Connection
const around = (more: Partial<Around> = {}): Around => ({
  paused: false,
  online: true,
  connection: crs,
  closedUntil: 0,
  now: NOW,
  ...more,
})

describe('what happens with a notice', () => {
  const queued = sampleRow({ state: 'queued', dueAt: NOW + 60_000 })

  it('names the next attempt: its own time, or its connection’s where that is later', () => {
    expect(whatOf(queued, around())).toEqual({ key: 'queuedAgain', at: NOW + 60_000 })
    expect(whatOf(queued, around({ closedUntil: NOW + 90_000 }))).toEqual({
      key: 'queuedAgain',
      at: NOW + 90_000,
    })
    expect(whatOf({ ...queued, dueAt: NOW }, around())?.key).toBe('queued')
  })

  it('says what it waits for, first what the reviewer can do', () => {
    const signIn = { ...crs, problem: { code: 'signInAgain' } }
    expect(whatOf(queued, around({ connection: signIn, paused: true, online: false }))?.key).toBe(
      'queuedSignIn',
    )
    expect(whatOf(queued, around({ connection: null }))?.key).toBe('queuedSignIn')
    expect(whatOf(queued, around({ paused: true, online: false }))?.key).toBe('queuedPaused')
    expect(whatOf(queued, around({ online: false }))?.key).toBe('queuedOffline')
    expect(whatOf(queued, around({ connection: undefined }))?.key).toBe('queuedAgain')
  })

  it('tells the ways of a withdrawal apart', () => {
    const withdrawn = (more: object) =>
      whatOf(
        sampleRow({
          state: 'withdrawn',
          attempts: 1,
          withdrawal: { reason: 'r', at: 5, told: false, ...more },
          dueAt: NOW + 9000,
        }),
        around(),
      )
    expect(withdrawn({})).toEqual({ key: 'withdrawnTelling', at: NOW + 9000 })
    expect(withdrawn({ reason: 'corrected' })).toEqual({ key: 'replaced', at: 5 })
    const told = { reason: 'r', at: 5, told: true }
    expect(
      whatOf(sampleRow({ state: 'withdrawn', attempts: 1, withdrawal: told, dueAt: NEVER }), around()),
    ).toEqual({
      key: 'withdrawn',
      at: 5,
    })
    expect(whatOf(sampleRow({ state: 'withdrawn', withdrawal: told, dueAt: NEVER }), around())?.key).toBe(
      'withdrawnUnsent',
    )
    expect(whatOf(sampleRow({ state: 'sending', withdrawal: told }), around())?.key).toBe('sendingWithdrawn')
  })

  it('has a sentence for every state, or a problem or a decision that tells', () => {
    for (const state of STATES) {
      const what = whatOf(sampleRow({ state }), around())
      if (state === 'draft' || state === 'decided') expect(what).toBeNull()
      else expect(what, state).not.toBeNull()
    }
    expect(whatOf(sampleRow({ state: 'refused', problem: { code: 'tooLarge' } }), around())).toBeNull()
  })
})

describe('the ledger in words', () => {
  const entry = (more: Partial<LedgerEntry>): LedgerEntry => ({
    seq: 1,
    at: '2026-11-24T12:00:00.000Z',
    noticeId: 'n',
    event: 'submit',
    from: 'draft',
    to: 'held',
    reviewer: 'a',
    facts: {},
    prev: '',
    hash: '0'.repeat(64),
    ...more,
  })

  it.each(LOCALES)('has words in %s for everything that the machine knows', (locale) => {
    const t = translator(locale)
    const events = new Set(['submit', ...Object.values(TABLE).flatMap((steps) => Object.keys(steps))])
    const facts = { attempt: 0, problem: 'backendDown', receipt: 'crs-1', outcome: 'removed' }
    for (const event of events) {
      const words = historyText(t, entry({ event, facts }))
      expect(words).not.toContain(event === 'submit' ? 'history.' : t('history.other', { event }))
      expect(words).not.toMatch(/\{\w+\}|history\./)
    }
    expect(historyText(t, entry({ event: 'fromTheFuture' }))).toContain('fromTheFuture')
  })

  it('says who did it, and why it did not get through', () => {
    const t = translator('en')
    expect(historyText(t, entry({ to: 'inReview' }))).toContain('second reviewer')
    expect(historyText(t, entry({ event: 'send', facts: { attempt: 1 } }))).toBe('Try 2.')
    expect(historyText(t, entry({ event: 'retry', facts: { problem: 'signInAgain' } }))).toContain(
      'sign in again',
    )
    expect(historyText(t, entry({ event: 'retry', facts: { problem: 'neverHeardOf' } }))).toContain('failed')
    expect(historyText(t, entry({ event: 'withdraw', facts: { replacedBy: 'n2' } }))).toBe(
      'A mended notice took its place.',
    )
  })
})

describe('lines', () => {
  const queue = {
    needs: ['refused'],
    running: [],
    drafts: [sampleDraft({ id: 'draft', permalink: 'https://mastodon.example/@ada/9' })],
    rest: ['a', 'b'],
  } as unknown as Queue

  it('put a connection that waits for the reviewer before all, and leave empty parts out', () => {
    const broken = { ...crs, problem: { code: 'signInAgain' } }
    const down = { ...crs, id: 'c2', problem: { code: 'backendDown' } }
    const sections = sectionsOf(queue, [broken, down])
    expect(sections.map(({ name }) => name)).toEqual(['needs', 'drafts', 'rest'])
    expect(linesOf(sections).map(({ id }) => id)).toEqual(['c1', 'refused', 'draft', 'a', 'b'])
  })

  it('find drafts by their address and by what was written', () => {
    expect(linesOf(hitsOf(['a'], queue.drafts, 'mastodon @ADA')).map(({ id }) => id)).toEqual(['draft', 'a'])
    expect(hitsOf([], queue.drafts, 'nobody')).toEqual([])
  })

  it('say how long a deadline has to go', () => {
    const t = translator('en')
    const left = (minutes: number) => deadlineText(NOW + minutes * 60_000, NOW, t)
    expect(left(59)).toEqual({ text: '59 min left', tone: 'warn' })
    expect(left(19 * 60)).toEqual({ text: '19 h left', tone: 'warn' })
    expect(left(47 * 60)).toEqual({ text: '47 h left', tone: 'quiet' })
    expect(left(72 * 60)).toEqual({ text: '3 d left', tone: 'quiet' })
    expect(left(-1)).toEqual({ text: 'overdue', tone: 'bad' })
  })

  it('shorten addresses', () => {
    expect(shortAddress('https://www.facebook.com/groups/1/posts/2/')).toBe('facebook.com/groups/1/posts/2')
  })
})
