import type { Boxed } from '../evidence/box'
import type { NoticeRow } from './row'

/** A notice with lighter evidence: other bytes, under the number that nothing has arrived under yet. */
export type Light = {
  body: string
  bodyDigest: string
  evidence: NonNullable<NoticeRow['evidence']>
  /** The lighter bundle, boxed under the key of the first. */
  boxed: Boxed
}
