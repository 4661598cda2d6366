import { findBreak, type LedgerEntry, sha256 } from '../../utils/ledger/entry'
import type { Row } from '../support/stored'
import type { On } from './matrix'
import { type Rig, rowsOf } from './rig'
import type { Life } from './steps'

/** What became of one notice, by the backend's tables: `wrong` says what is not as it has to be. */
export type Verdict = { lost: number; doubled: number; wrong: string[] }

/** Compares one address's notice at the backend with what was sealed in the browser. */
export async function check({ rig, server, wire }: On, permalink: string, life: Life): Promise<Verdict> {
  const [stored, rows] = [await server.stored(permalink), await rowsOf(rig)]
  const own = rows.filter(({ summary }) => summary.permalink === permalink)
  const wrong: string[] = []
  const expect = (holds: boolean, what: string) => {
    if (!holds) wrong.push(what)
  }
  expect(own.length === 1, `${own.length} notices in the browser`)
  const [there] = stored
  const [row] = own as [Row?]
  if (there && row) {
    const contents = (await rig.store('contents')) as { id: string; body: string }[]
    const ledger = (await rig.store('ledger')) as LedgerEntry[]
    const submitted = ledger.filter(({ noticeId, event }) => noticeId === row.id && event === 'submit')
    const sealed = contents.find(({ id }) => id === row.id)?.body
    expect(there.id === row.id, 'another notice')
    expect(there.body === sealed, 'other bytes than were sealed')
    expect(submitted.length === 1, `${submitted.length} commits in the ledger`)
    expect(submitted[0]?.facts.body === (await sha256(there.body)), 'another digest than at the commit')
    expect(there.evidence === null || (await server.holds(there.evidence)), 'no evidence')
    expect(there.withdrawn === (life === 'withdrawn'), 'the withdrawal')
    expect(there.decisions === (life === 'decided' ? 1 : 0), `${there.decisions} decisions in the feed`)
    expect(row.state === life, `the notice is ${row.state}`)
    const sent = wire.log.filter(({ name, key }) => name === 'POST notice' && key === row.id)
    expect(new Set(sent.map(({ body }) => body)).size === 1, 'other bytes at another attempt')
    const decided = ledger.filter(({ noticeId, event }) => noticeId === row.id && event === 'decide')
    expect(decided.length === (life === 'decided' ? 1 : 0), `decided ${decided.length} times`)
  }
  return { lost: stored.length === 0 ? 1 : 0, doubled: Math.max(0, stored.length - 1), wrong }
}

/** Is the ledger whole, after all that happened to it? */
export async function checkLedger(rig: Rig): Promise<string[]> {
  const ledger = (await rig.store('ledger')) as LedgerEntry[]
  const found = await findBreak(ledger)
  return found ? [`the ledger breaks at entry ${found.seq} (${found.why})`] : []
}
