import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Event, type EventType, NEVER, NEW_REVIEW, TABLE, transition } from '../../utils/outbox/machine'
import type { NoticeRow } from '../../utils/outbox/row'
import { STATES } from '../../utils/outbox/state'
import { sampleDecision, sampleRow } from '../support/samples'

const problem = { code: 'backendDown' }
const receipt = { jws: 'a.b.c', id: 'r1', at: '2026-11-24T12:00:00.000Z', body: '0'.repeat(64), issuer: 'x' }
const EVENTS: Record<EventType, Event> = {
  undo: { type: 'undo' },
  due: { type: 'due' },
  review: { type: 'review' },
  ask: { type: 'ask', until: 500 },
  asked: { type: 'asked' },
  approve: { type: 'approve', by: 'a2', reason: 'Well founded.' },
  return: { type: 'return', by: 'a2', reason: 'Which passage?' },
  send: { type: 'send', until: 500 },
  leaseExpired: { type: 'leaseExpired' },
  receipt: { type: 'receipt', receipt },
  retry: { type: 'retry', at: 900, problem, counts: true },
  mend: { type: 'mend', problem },
  lost: { type: 'lost', problem },
  arrived: { type: 'arrived' },
  forgotten: { type: 'forgotten', problem },
  lighten: {
    type: 'lighten',
    bodyDigest: '1'.repeat(64),
    evidence: { sha256: '2'.repeat(64), bytes: 1, mediaType: 'x', key: 'k' },
  },
  again: { type: 'again' },
  decide: { type: 'decide', decision: sampleDecision() },
  withdraw: { type: 'withdraw', reason: 'mistake' },
  corrected: { type: 'corrected', by: 'n2' },
  accept: { type: 'accept' },
  contest: { type: 'contest' },
  hold: { type: 'hold', reason: 'A court asks for it.' },
  release: { type: 'release' },
  erase: { type: 'erase' },
  told: { type: 'told' },
  tellLater: { type: 'tellLater', at: 900, problem },
}
const anyEvents = fc.array(fc.constantFrom(...Object.values(EVENTS)), { maxLength: 40 })

describe('the state machine', () => {
  it('does exactly what its table says', () => {
    for (const state of STATES) {
      for (const event of Object.values(EVENTS)) {
        const next = transition(sampleRow({ state }), event, 100)
        expect(next?.state ?? null).toBe(TABLE[state][event.type] ?? null)
      }
    }
  })

  it('changes what is sent once at most, and only while nothing of it can have arrived', () => {
    const { lighten } = EVENTS
    const evidence = { sha256: '3'.repeat(64), bytes: 9, mediaType: 'x', key: 'k' }
    const row = sampleRow({ state: 'sending', attempts: 1, evidence })
    const lighter = transition(row, lighten, 2)
    expect(lighter).toMatchObject({ state: 'queued', attempts: 0, bodyDigest: '1'.repeat(64) })
    expect(transition({ ...(lighter as NoticeRow), state: 'sending' }, lighten, 3)).toBeNull()
    const verdict = { approved: true, by: 'a2', at: 1, reason: '' }
    const approved = { attempts: 1, askedAt: 1, verdict }
    expect(transition({ ...row, review: approved }, lighten, 2)).toBeNull()
  })

  it('never changes what is sent but for lighter evidence, whatever happens', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STATES), anyEvents, (state, events) => {
        const first = sampleRow({
          state,
          evidence: { sha256: '1'.repeat(64), bytes: 9, mediaType: 'x', key: 'k' },
        })
        // What deletes it is apart: then nothing is sent any more (retention.test.ts). So is lighter evidence: above.
        const kept = events.filter(({ type }) => type !== 'erase' && type !== 'lighten')
        const last = kept.reduce((row, event) => transition(row, event, 100) ?? row, first)
        const { id, bodyDigest, evidence, accountId, connectionId, draftId, createdAt } = first
        expect(last).toMatchObject({ id, bodyDigest, evidence, accountId, connectionId, draftId, createdAt })
      }),
    )
  })

  it('gives each step a later time than the one before, even when the clock goes back', () => {
    fc.assert(
      fc.property(
        anyEvents,
        fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 40, maxLength: 40 }),
        (events, clock) => {
          let row = sampleRow({ state: 'held', updatedAt: 25 })
          for (const [i, event] of events.entries()) {
            const next = transition(row, event, clock[i] as number)
            if (!next) continue
            expect(next.updatedAt).toBeGreaterThan(row.updatedAt)
            row = next
          }
        },
      ),
    )
  })

  it('has a lease while sending and at no other time', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        let row = sampleRow()
        for (const event of events) row = transition(row, event, 100) ?? row
        expect(row.leaseUntil !== null).toBe(row.state === 'sending')
      }),
    )
  })

  it('lets nobody undo what was sent once', () => {
    expect(transition(sampleRow({ attempts: 1 }), EVENTS.undo, 1)).toBeNull()
    expect(transition(sampleRow({ attempts: 0 }), EVENTS.undo, 1)?.state).toBe('draft')
  })

  it('withdraws at once, and tells the backend whatever it may have', () => {
    const ends = (more: Partial<NoticeRow>, ...events: Event[]) => {
      const last = events.reduce<NoticeRow | null>(
        (row, event) => row && transition(row, event, 9),
        sampleRow(more),
      )
      return last && [last.state, last.withdrawal?.told, last.dueAt]
    }
    expect(ends({ state: 'held' }, EVENTS.withdraw)).toEqual(['withdrawn', true, NEVER])
    expect(ends({ state: 'refused', attempts: 0 }, EVENTS.withdraw)).toEqual(['withdrawn', true, NEVER])
    expect(ends({ state: 'refused', attempts: 1 }, EVENTS.withdraw)).toEqual(['withdrawn', false, 9])
    expect(ends({ state: 'queued', attempts: 1 }, EVENTS.withdraw)).toEqual(['withdrawn', false, 9])
    expect(ends({ state: 'delivered', attempts: 1 }, EVENTS.withdraw)).toEqual(['withdrawn', false, 9])
    const sending = { state: 'sending', attempts: 1, leaseUntil: 5 } as const
    expect(ends(sending, EVENTS.withdraw)).toEqual(['sending', false, 0])
    for (const answer of [EVENTS.receipt, EVENTS.retry, EVENTS.lost, EVENTS.mend, EVENTS.leaseExpired]) {
      expect(ends(sending, EVENTS.withdraw, answer)).toEqual(['withdrawn', false, 9])
    }
    expect(ends({ state: 'delivered', attempts: 1 }, EVENTS.withdraw, EVENTS.told)).toEqual([
      'withdrawn',
      true,
      NEVER,
    ])
  })

  it('does not count an attempt that the connection was not ready for', () => {
    const sending = transition(sampleRow(), EVENTS.send, 1)
    expect(sending?.attempts).toBe(1)
    expect(
      sending && transition(sending, { type: 'retry', at: 2, problem, counts: false }, 2)?.attempts,
    ).toBe(0)
    expect(sending && transition(sending, EVENTS.retry, 2)?.attempts).toBe(1)
  })

  it('lets a notice that needs a second reviewer go past no step', () => {
    const first = sampleRow({ state: 'inReview', review: NEW_REVIEW })
    const steps = (...events: Event[]) =>
      events.reduce<NoticeRow | null>((row, event) => row && transition(row, event, 9), first)
    expect(steps(EVENTS.due)).toBeNull()
    expect(steps(EVENTS.send)).toBeNull()
    expect(steps(EVENTS.undo)?.state).toBe('draft')
    expect(steps(EVENTS.ask, EVENTS.undo)).toBeNull()
    // Refused on its way to the second reviewer, it goes there again, not to the desk.
    expect(steps(EVENTS.ask, EVENTS.mend, EVENTS.again)?.state).toBe('inReview')
    // What is there already is not asked again; what came back is to be mended.
    expect(steps(EVENTS.ask, EVENTS.asked, EVENTS.again)).toBeNull()
    expect(steps(EVENTS.ask, EVENTS.asked, EVENTS.return, EVENTS.again)).toBeNull()
    expect(steps(EVENTS.ask, EVENTS.asked, EVENTS.return)).toMatchObject({
      state: 'refused',
      problem: { code: 'reviewReturned', params: { reason: 'Which passage?' } },
    })
    expect(steps(EVENTS.ask, EVENTS.asked, EVENTS.approve, EVENTS.send)?.state).toBe('sending')
    expect(steps(EVENTS.ask, EVENTS.withdraw)?.withdrawal?.told).toBe(false)
    expect(steps(EVENTS.withdraw)?.withdrawal?.told).toBe(true)
  })
})
