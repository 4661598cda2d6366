import type { Marks } from '../assess/marks'
import type { Ground } from '../grounds/ground'
import type { Item, Notice } from '../notice'
import { NEW_REVIEW } from '../outbox/machine'
import type { NoticeRow } from '../outbox/row'
import type { Standing } from './standing'

const HOUR = 3_600_000

/** What the row has besides what is read off the notice. `bodyDigest`: SHA-256 of the JSON text as it will be sent. */
type About = {
  bodyDigest: string
  marks: Marks
  state: 'held' | 'inReview'
  /** When it was made, and when the undo window ends; milliseconds since 1970. */
  now: number
  dueAt: number
}

/** The row under which a new notice lies in the outbox. */
export function rowOf(
  { draft, connection, captureClass, parts }: Standing,
  notice: Notice,
  { bodyDigest, marks, state, now, dueAt }: About,
): NoticeRow {
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
    corrects: notice.corrects,
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
