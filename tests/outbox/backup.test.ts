import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import { box, newBoxKey, unbox } from '../../utils/evidence/box'
import { findBreak, sha256 } from '../../utils/ledger/entry'
import { exportOutbox } from '../../utils/outbox/backup/export'
import { importOutbox } from '../../utils/outbox/backup/import'
import type { NoticeRow } from '../../utils/outbox/row'
import { Outbox } from '../../utils/outbox/store'
import { toProblem } from '../../utils/problem'
import { sampleDraft, sampleRow } from '../support/samples'

const PASSPHRASE = 'correct horse battery'
const BYTES = new Uint8Array(100_000).map((_, i) => (i * 7919) % 256)
let outbox: Outbox

/** Another machine: nothing of this one is there. */
function elsewhere(): Outbox {
  globalThis.indexedDB = new IDBFactory()
  return new Outbox()
}
beforeEach(() => {
  outbox = elsewhere()
})

async function commit(on: Outbox, more: Partial<NoticeRow> = {}): Promise<NoticeRow> {
  const made = sampleRow(more)
  const body = JSON.stringify({ id: made.id, words: 'Қазақша 😀' })
  const row = { ...made, bodyDigest: await sha256(body) }
  return on.commit(row, body, sampleDraft({ id: row.draftId }), { reviewer: 'a1' })
}
const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error) => toProblem(error).code,
  )

describe('a backup', () => {
  it('brings notices, bytes, evidence, drafts and ledger to another machine as they were', async () => {
    const key = newBoxKey()
    const digest = await sha256(BYTES)
    await outbox.putEvidence({
      sha256: digest,
      boxed: await box(key, BYTES),
      bytes: BYTES.length,
      createdAt: 1,
    })
    const row = await commit(outbox, {
      evidence: { sha256: digest, bytes: BYTES.length, mediaType: 'x', key },
    })
    await outbox.step(row, { type: 'withdraw', reason: 'mistake' }, { reviewer: 'a1' })
    await outbox.putDraft(sampleDraft({ id: 'kept', key: 'k' }))
    await outbox.putDraft(sampleDraft({ id: 'locked' }))
    const [rows, ledger, body] = [
      await outbox.list({ limit: 9 }),
      await outbox.ledger(),
      await outbox.body(row.id),
    ]
    const file = await exportOutbox(outbox, PASSPHRASE)
    expect(new TextDecoder('latin1').decode(await file.arrayBuffer())).not.toContain(row.id)

    const other = elsewhere()
    expect(await importOutbox(other, PASSPHRASE, file)).toEqual({ notices: 1, known: 0 })
    expect(await other.list({ limit: 9 })).toEqual(rows)
    expect(await other.ledger()).toEqual(ledger)
    expect(await other.body(row.id)).toBe(body)
    const kept = await other.evidence(digest)
    expect(kept && (await unbox(key, kept.boxed))).toEqual(BYTES)
    expect((await other.drafts()).map(({ id }) => id)).toEqual(['kept'])
    // Its chain goes on.
    await commit(other)
    expect(await findBreak(await other.ledger())).toBeNull()
  })

  it('doubles nothing where it is taken in twice, or where a notice has gone on meanwhile', async () => {
    const row = await commit(outbox)
    const file = await exportOutbox(outbox, PASSPHRASE)
    await outbox.step(row, { type: 'send', until: 9 }, { reviewer: 'a1' })
    expect(await importOutbox(outbox, PASSPHRASE, file)).toEqual({ notices: 0, known: 1 })
    expect((await outbox.get(row.id))?.state).toBe('sending')
    expect(await outbox.list({ limit: 9 })).toHaveLength(1)
    expect(await findBreak(await outbox.ledger())).toBeNull()
  })

  it('joins an outbox that has a ledger of its own, and keeps the other chain beside it', async () => {
    const row = await commit(outbox)
    const [chainBefore, file] = [await outbox.ledger(), await exportOutbox(outbox, PASSPHRASE)]
    const other = elsewhere()
    await commit(other)
    await importOutbox(other, PASSPHRASE, file)
    const ledger = await other.ledger()
    expect(await findBreak(ledger)).toBeNull()
    expect(ledger.at(-1)).toMatchObject({
      event: 'import',
      noticeId: row.id,
      facts: { ledger: chainBefore.at(-1)?.hash },
    })
    expect(await other.getMeta(`importedLedger:${chainBefore.at(-1)?.hash}`)).toEqual(chainBefore)
    // What this outbox knew of its ledger is not out of date.
    await commit(other)
    expect(await findBreak(await other.ledger())).toBeNull()
  })

  it('is taken in whole or not at all: other passphrase, other file, any changed byte, cut anywhere', async () => {
    await commit(outbox)
    await commit(outbox)
    const file = await exportOutbox(outbox, PASSPHRASE)
    const bytes = new Uint8Array(await file.arrayBuffer())
    const other = elsewhere()
    const taken = (list: Uint8Array<ArrayBuffer>, words = PASSPHRASE) =>
      problemOf(importOutbox(other, words, new Blob([list])))
    expect(await taken(bytes, 'another passphrase')).toBe('backupLocked')
    expect(await taken(new TextEncoder().encode('{"schema":"other"}\n'))).toBe('backupWrong')
    const places = Array.from({ length: 5 }, (_, i) => 150 + Math.floor((i * (bytes.length - 151)) / 5))
    for (const at of [...places, bytes.length - 1]) {
      const changed = bytes.slice()
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(await taken(changed), `byte ${at}`).toMatch(/^backup(Locked|Broken)$/)
      expect(await taken(bytes.slice(0, at)), `cut at ${at}`).toMatch(/^backup(Locked|Broken)$/)
    }
    expect(await other.list({ limit: 9 })).toEqual([])
    expect(await other.ledger()).toEqual([])
  })

  it('wants a passphrase that is one', async () => {
    expect(await problemOf(exportOutbox(outbox, 'too short'))).toBe('passphraseShort')
  })
})
