import { marksOf } from '../assess/marks'
import type { Ground } from '../grounds/ground'
import { sha256 } from '../ledger/entry'
import type { Item, Notice } from '../notice'
import { NEW_REVIEW } from '../outbox/machine'
import type { NoticeRow } from '../outbox/row'
import type { Standing } from './standing'

const HOUR = 3_600_000

/**
 * The row under which a new notice lies in the outbox. `body`: its JSON text, exactly as it will be sent; `dueAt`: end
 * of the undo window, milliseconds since 1970.
 */
export async function rowOf(
  { draft, connection, captureClass, parts }: Standing,
  notice: Notice,
  body: string,
  { state, now, dueAt }: { state: 'held' | 'inReview'; now: number; dueAt: number },
): Promise<NoticeRow> {
  const [bodyDigest, marks] = await Promise.all([sha256(body), marksOf(notice)])
  return {
    id: notice.id,
    draftId: draft.id,
    state,
    review: state === 'inReview' ? NEW_REVIEW : null,
    connectionId: connection.id,
    accountId: connection.account.id,
    bodyDigest,
    evidence: notice.evidence && draft.key ? { ...notice.evidence, key: draft.key } : null,
    dueAt,
    leaseUntil: null,
    attempts: 0,
    problem: null,
    receipt: null,
    decision: null,
    withdrawal: null,
    retentionDays: Math.min(...parts.grounds.map(({ retentionDays }) => retentionDays)),
    createdAt: now,
    updatedAt: now,
    deadlineAt: deadlineOf(parts.grounds, now),
    marks,
    summary: summaryOf(notice, captureClass === 'url'),
  }
}

/** The earliest deadline that a ground's provision gives the platform. */
function deadlineOf(grounds: readonly Ground[], now: number): number | null {
  const hours = grounds.flatMap(({ deadlineHours }) => deadlineHours ?? [])
  return hours.length ? now + Math.min(...hours) * HOUR : null
}

function summaryOf({ item, grounds }: Notice, addressOnly: boolean): NoticeRow['summary'] {
  return {
    platform: item.platform,
    kind: item.kind,
    permalink: item.permalink,
    author: addressOnly ? null : authorOf(item),
    text: addressOnly ? null : (item.text?.slice(0, 200) ?? null),
    grounds: grounds.map(({ ground }) => ({
      id: ground.id,
      kind: ground.kind,
      label: ground.kind === 'law' ? `${ground.jurisdiction} ${ground.provision}` : ground.title,
      capture: ground.capture,
    })),
  }
}

const authorOf = ({ author }: Item): string | null => author.name ?? author.handle
