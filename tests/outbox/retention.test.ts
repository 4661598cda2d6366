import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import { findBreak } from '../../utils/ledger/entry'
import { complaintDeadline, deadlineIcs } from '../../utils/outbox/complaint'
import { eraseAt, sweep } from '../../utils/outbox/retention'
import type { NoticeRow } from '../../utils/outbox/row'
import { Outbox } from '../../utils/outbox/store'
import { sampleDecision, sampleDraft, sampleRow } from '../support/samples'

const DAY = 86_400_000
const decidedAt = Date.parse('2026-11-24T13:00:00.000Z')
const decided = (more: Partial<NoticeRow> = {}) =>
  sampleRow({ state: 'decided', decision: sampleDecision(), attempts: 1, retentionDays: 30, ...more })

describe('how long content is kept', () => {
  it('counts the ground’s days from the end', () => {
    expect(eraseAt(decided())).toBe(decidedAt + 30 * DAY)
    expect(eraseAt(decided({ retentionDays: undefined }))).toBe(decidedAt + 180 * DAY)
    const withdrawal = { reason: 'x', at: 7, told: true }
    expect(eraseAt(sampleRow({ state: 'withdrawn', withdrawal, retentionDays: 1 }))).toBe(7 + DAY)
  })

  it.each<[string, Partial<NoticeRow>]>([
    ['is held', { hold: { reason: 'A court asks for it.', at: 1 } }],
    ['is contested', { answer: { kind: 'contested', at: 1 } }],
    ['is still on its way', { state: 'delivered', decision: null }],
    ['is deleted already', { erasedAt: 1 }],
    ['the backend has to hear of', { withdrawal: { reason: 'x', at: 1, told: false } }],
  ])('keeps what %s', (_, more) => {
    expect(eraseAt(decided(more))).toBeNull()
  })
})

describe('the sweep', () => {
  let outbox: Outbox
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory()
    outbox = new Outbox()
  })
  const keep = async (row: NoticeRow) => {
    const { sha256 } = row.evidence ?? { sha256: '' }
    const boxed = { iv: new Uint8Array(12), cipher: new ArrayBuffer(8) }
    if (sha256) await outbox.putEvidence({ sha256, boxed, bytes: 8, createdAt: 1 })
    await outbox.commit(row, '{"text":"words"}', sampleDraft({ id: row.draftId }), { reviewer: 'a1' })
    await outbox.dropDraft(row.draftId)
  }
  const evidence = (digit: string) => ({ sha256: digit.repeat(64), bytes: 8, mediaType: 'x', key: 'k' })

  it('deletes text, evidence and names, and leaves the ledger whole', async () => {
    const row = decided({ evidence: evidence('1') })
    await keep(row)
    expect(await sweep(outbox, decidedAt + 29 * DAY)).toBe(0)
    expect(await outbox.body(row.id)).toBeDefined()
    expect(await sweep(outbox, decidedAt + 30 * DAY)).toBe(1)
    expect(await outbox.body(row.id)).toBeUndefined()
    expect(await outbox.evidence('1'.repeat(64))).toBeUndefined()
    const left = await outbox.get(row.id)
    expect(left).toMatchObject({
      state: 'decided',
      evidence: { key: null },
      summary: { text: null, author: null, permalink: '' },
      decision: { outcome: 'removed', facts: '' },
    })
    expect((await outbox.history(row.id)).map(({ event }) => event)).toEqual(['submit', 'erase'])
    expect(await findBreak(await outbox.ledger())).toBeNull()
    expect(await sweep(outbox, decidedAt + 300 * DAY)).toBe(0)
  })

  it('leaves nothing that could be sent again', async () => {
    const row = sampleRow({ state: 'refused', attempts: 1, retentionDays: 1 })
    await keep(row)
    expect(await sweep(outbox, row.updatedAt + 2 * DAY)).toBe(1)
    const left = (await outbox.get(row.id)) as NoticeRow
    expect(await outbox.step(left, { type: 'again' }, { reviewer: 'a1' })).toBeNull()
  })

  it('leaves evidence that another notice still needs', async () => {
    const [one, other] = [decided({ evidence: evidence('2') }), decided({ evidence: evidence('2') })]
    await keep(one)
    await keep({ ...other, hold: { reason: 'A court asks for it.', at: 1 } })
    expect(await sweep(outbox, decidedAt + 30 * DAY)).toBe(1)
    expect(await outbox.evidence('2'.repeat(64))).toBeDefined()
  })
})

describe('the time for a complaint', () => {
  it.each([
    ['2026-11-24T13:00:00.000Z', '2027-05-24'],
    ['2026-08-31T00:00:00.000Z', '2027-02-28'],
    ['2027-08-31T00:00:00.000Z', '2028-02-29'],
  ])('is six months: %s → %s', (from, to) => {
    expect(new Date(complaintDeadline(Date.parse(from))).toISOString().slice(0, 10)).toBe(to)
  })

  it('goes into a calendar as one day, folded and escaped', () => {
    const ics = deadlineIcs('n1', decidedAt, `Жалоба, ${'ж'.repeat(80)}; конец`)
    expect(ics).toContain('DTSTART;VALUE=DATE:20270524\r\n')
    expect(ics.replaceAll('\r\n ', '')).toContain('SUMMARY:Жалоба\\, ')
    for (const line of ics.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
    expect(deadlineIcs('n1', decidedAt, 'x')).toBe(deadlineIcs('n1', decidedAt, 'x'))
  })
})
