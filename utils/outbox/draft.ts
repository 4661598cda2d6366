import type { Boxed, BoxKey } from '../evidence/box'
import type { Redaction, Region } from '../evidence/redaction'
import type { CaptureClass } from '../grounds/ground'
import type { EvidenceStatus, Form } from '../messages'
import type { Item } from '../notice'

/** Where the item was met; what a later capture of the same draft needs. */
export type DraftOrigin = { tabId: number | null; frameId: number; address: string; platform: string }

/** What the draft holds of the post itself. On the disk only in a box. */
export type DraftContent = {
  item: Item
  /** Words of it that the reviewer had selected at the press: offered as the passage. */
  selection: string
  evidence: EvidenceStatus
  captureClass: CaptureClass
  /** What may be covered, by the site's declaration; places count in the bundle in which nothing is covered. */
  suggested?: Region[]
  /** What is covered in what leaves. */
  redaction?: Redaction
  /** The item as it was read, before covered names were taken out of it. */
  whole?: { item: Item; selection: string }
}

/**
 * A notice that is still being written. What the reviewer typed is plain and durable; what was read from the page
 * is boxed, and the box's key stays in `storage.session` until a chosen ground lets a copy stay (`key`).
 */
export type DraftRow = {
  id: string
  nonce: string
  createdAt: number
  updatedAt: number
  origin: DraftOrigin
  /** Where its notice will go: fixed when the form opened, as the form shows it. */
  connectionId: string
  permalink: string | null
  form: Form
  content: Boxed
  key: BoxKey | null
  /** The notice that it became; kept until the undo window is over. */
  committed: string | null
  /** The notice that it was copied from to be mended; `corrects` if the backend has that one. */
  replaces: { noticeId: string; corrects: boolean } | null
  /** How often a page took the keyboard while it was written. */
  taken?: number
  /** SHA-256 of the sealed bundle in `bodies`, boxed under the same key. */
  evidence: string | null
  /** The bundle in which nothing is covered; it is deleted when the notice goes out. Absent: the same. */
  whole?: string | null
}
