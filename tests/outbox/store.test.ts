import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { deleteDB } from 'idb'
import { beforeEach, describe, expect, it } from 'vitest'
import { findBreak } from '../../utils/ledger/entry'
import { DATABASE } from '../../utils/outbox/database'
import type { NoticeRow } from '../../utils/outbox/row'
import { Outbox } from '../../utils/outbox/store'
import { sampleDraft, sampleRow } from '../support/samples'

const who = { reviewer: 'a1' }
let outbox: Outbox

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  outbox = new Outbox()
})

async function commit(more: Parameters<typeof sampleRow>[0] = {}) {
  const draft = sampleDraft()
  await outbox.putDraft(draft)
  const row = sampleRow({ state: 'held', draftId: draft.id, ...more })
  return { draft, row: await outbox.commit(row, '{"a":1}', draft, who) }
}

describe('committing', () => {
  it('writes row, sent text and ledger line, and hides the draft', async () => {
    const { row, draft } = await commit()
    expect(await outbox.get(row.id)).toEqual(row)
    expect(await outbox.body(row.id)).toBe('{"a":1}')
    expect(await outbox.drafts()).toEqual([])
    expect((await outbox.draft(draft.id))?.committed).toBe(row.id)
    expect((await outbox.history(row.id)).map((entry) => entry.event)).toEqual(['submit'])
  })

  it('gives a draft that was committed before its first notice again', async () => {
    const { row, draft } = await commit()
    const second = await outbox.commit(sampleRow({ draftId: draft.id }), '{"b":2}', draft, who)
    expect(second.id).toBe(row.id)
    expect(await outbox.body(second.id)).toBe('{"a":1}')
    expect((await outbox.ledger()).length).toBe(1)
  })

  it('begins a new chain when the database was deleted', async () => {
    await commit()
    expect((await outbox.head())?.seq).toBe(1)
    await deleteDB(DATABASE)
    expect(await outbox.head()).toBeNull()
    await commit()
    expect(await outbox.ledger()).toMatchObject([{ seq: 1, prev: '' }])
  })

  it('keeps one chain when many windows write at once', async () => {
    const windows = [outbox, new Outbox(), new Outbox()]
    await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        (windows[i % 3] as Outbox).commit(sampleRow(), `{"n":${i}}`, sampleDraft(), who),
      ),
    )
    const ledger = await outbox.ledger()
    expect(ledger).toHaveLength(30)
    expect(await findBreak(ledger)).toBeNull()
  })
})

/** A body of evidence under this name. */
const body = (sha256: string) => ({
  sha256,
  boxed: { iv: new Uint8Array(12), cipher: new ArrayBuffer(1) },
  bytes: 1,
  createdAt: 1,
})
const evidence = {
  sha256: 'covered',
  bytes: 1,
  mediaType: 'application/wacz',
  key: 'k',
} as unknown as NonNullable<NoticeRow['evidence']>

describe('what is covered', () => {
  async function held(whole: string) {
    for (const one of new Set(['covered', whole])) await outbox.putEvidence(body(one))
    const draft = sampleDraft({ evidence: 'covered', whole })
    await outbox.putDraft(draft)
    const row = sampleRow({ state: 'queued', draftId: draft.id, evidence })
    return { draft, row: await outbox.commit(row, '{}', draft, who) }
  }

  it('can be seen again until the notice goes out, and then never more', async () => {
    const { row, draft } = await held('whole')
    expect(await outbox.evidence('whole')).toBeDefined()
    expect(await outbox.step(row, { type: 'send', until: 10 }, who)).toMatchObject({ state: 'sending' })
    expect(await outbox.evidence('whole')).toBeUndefined()
    expect(await outbox.evidence('covered')).toBeDefined()
    expect(await outbox.draft(draft.id)).toBeUndefined()
  })

  it('is nothing where all of it leaves: that stays', async () => {
    const { row } = await held('covered')
    await outbox.step(row, { type: 'send', until: 10 }, who)
    expect(await outbox.evidence('covered')).toBeDefined()
  })

  it('goes with a draft that is discarded', async () => {
    for (const one of ['covered', 'whole']) await outbox.putEvidence(body(one))
    const draft = sampleDraft({ evidence: 'covered', whole: 'whole' })
    await outbox.putDraft(draft)
    await outbox.dropDraft(draft.id)
    expect([await outbox.evidence('covered'), await outbox.evidence('whole')]).toEqual([undefined, undefined])
  })
})

describe('stepping', () => {
  it('is taken by one window only', async () => {
    const { row } = await commit({ state: 'queued' })
    const other = new Outbox()
    const send = { type: 'send', until: 10 } as const
    const taken = await Promise.all([outbox.step(row, send, who, 5), other.step(row, send, who, 5)])
    expect(taken.filter(Boolean)).toHaveLength(1)
    expect((await outbox.get(row.id))?.attempts).toBe(1)
  })

  it('refuses what the table does not have', async () => {
    const { row } = await commit({ state: 'delivered' })
    expect(await outbox.step(row, { type: 'undo' }, who)).toBeNull()
    expect((await outbox.get(row.id))?.state).toBe('delivered')
  })

  it('undo ends the notice and brings the draft back as it was typed', async () => {
    const { row, draft } = await commit()
    expect(await outbox.undo(row, draft, who)).toBe(true)
    expect(await outbox.get(row.id)).toBeUndefined()
    expect(await outbox.body(row.id)).toBeUndefined()
    expect((await outbox.drafts()).map(({ id }) => id)).toEqual([draft.id])
    expect((await outbox.history(row.id)).map((entry) => entry.event)).toEqual(['submit', 'undo'])
  })

  it('undo comes too late once it is being sent', async () => {
    const { row, draft } = await commit({ state: 'queued' })
    await outbox.step(row, { type: 'send', until: 10 }, who)
    expect(await outbox.undo(row, draft, who)).toBe(false)
    expect((await outbox.get(row.id))?.state).toBe('sending')
  })
})

describe('reading', () => {
  it('lists by time, state and words', async () => {
    const a = await commit({ updatedAt: 10 })
    const b = await commit({ updatedAt: 20, state: 'refused' })
    expect((await outbox.list({ limit: 10 })).map(({ id }) => id)).toEqual([b.row.id, a.row.id])
    expect((await outbox.list({ limit: 10, states: ['refused'] })).map(({ id }) => id)).toEqual([b.row.id])
    expect(await outbox.list({ limit: 10, search: 'ada SAMPLE' })).toHaveLength(2)
    expect(await outbox.list({ limit: 10, search: 'nobody' })).toHaveLength(0)
    expect((await outbox.list({ limit: 10, before: 20 })).map(({ id }) => id)).toEqual([a.row.id])
    expect(await outbox.counts()).toMatchObject({ held: 1, refused: 1, queued: 0 })
  })

  it('says the newest state of an address', async () => {
    const { row } = await commit({ state: 'delivered' })
    const states = await outbox.states([row.summary.permalink, 'https://mastodon.example/@ada/112'])
    expect(states).toEqual({ [row.summary.permalink]: { state: 'delivered', at: 1, outcome: null } })
  })
})

describe('drafts', () => {
  it('take their evidence with them only when nothing else needs it', async () => {
    const sha256 = '2'.repeat(64)
    const boxed = { iv: new Uint8Array(12), cipher: new ArrayBuffer(1) }
    await outbox.putEvidence({ sha256, boxed, bytes: 1, createdAt: 1 })
    const twins = [sampleDraft({ evidence: sha256 }), sampleDraft({ evidence: sha256 })]
    for (const draft of twins) await outbox.putDraft(draft)
    await outbox.dropDraft(twins[0]?.id ?? '')
    expect(await outbox.evidence(sha256)).toBeDefined()
    const row = sampleRow({ evidence: { sha256, bytes: 1, mediaType: 'x', key: 'k' } })
    await outbox.commit(row, '{}', sampleDraft(), who)
    await outbox.dropDraft(twins[1]?.id ?? '')
    expect(await outbox.evidence(sha256)).toBeDefined()
    const last = sampleDraft({ evidence: '3'.repeat(64) })
    await outbox.putEvidence({ sha256: '3'.repeat(64), boxed, bytes: 1, createdAt: 1 })
    await outbox.putDraft(last)
    await outbox.dropDraft(last.id)
    expect(await outbox.evidence('3'.repeat(64))).toBeUndefined()
  })
})
