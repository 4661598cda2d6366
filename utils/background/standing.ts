import { readAddress } from '../assess/address'
import { findConnection, listConnections } from '../connectors/connections'
import type { OpenedDraft } from '../drafting/drafting'
import { limitItem, mendItem } from '../drafting/form'
import type { NoticeParts } from '../drafting/notice'
import { declaration } from '../grounds/declaration'
import type { CaptureClass } from '../grounds/ground'
import { strictest } from '../grounds/strictest'
import { localeFor } from '../i18n'
import type { Connection, EvidenceStatus, Form } from '../messages'
import type { EvidenceRef, Item } from '../notice'
import type { DraftRow } from '../outbox/draft'
import { ProblemError } from '../problem'
import { type Settings, settings } from '../settings'
import { groundsOf } from './catalogue'
import { tool } from './tool'

/** A draft as it stands, with all that its notice is made of. */
export type Standing = {
  draft: DraftRow
  connection: Connection
  captureClass: CaptureClass
  set: Settings
  parts: Omit<NoticeParts, 'id' | 'now'>
}

/**
 * Brings together what a notice is made of. `open` gives the draft, under the class of its grounds. What does not wait
 * for one another is asked for at once: a person waits for the answer.
 * @throws ProblemError `groundGone`, `connectionGone`, and what `open` throws.
 */
export async function standing(
  form: Form,
  open: (captureClass: CaptureClass) => Promise<OpenedDraft>,
): Promise<Standing> {
  const grounds = await groundsOf(form.grounds)
  const captureClass = strictest(grounds) ?? 'full'
  const [{ row: draft, content }, set, connections] = await Promise.all([
    open(captureClass),
    settings.get(),
    listConnections(),
  ])
  const connection =
    connections.find(({ id }) => id === draft.connectionId) ?? (await findConnection(draft.connectionId))
  if (!connection) throw new ProblemError({ code: 'connectionGone' })
  const item = limitItem(mendItem(content.item, form.item), captureClass)
  const parts = {
    form,
    // Who shared it is a bystander: the form shows the name, the notice does not carry it.
    item: { ...item, permalink: exact(item), repostedBy: null },
    grounds,
    reviewerCode: connection.account.reviewerCode,
    declaration: declaration(localeFor(set.language)),
    evidence: captureClass === 'url' ? null : evidenceRef(content.evidence, captureClass),
    corrects: draft.replaces?.corrects ? draft.replaces.noticeId : null,
    tool: tool(),
  }
  return { draft, connection, captureClass, set, parts }
}

/** The item's address as its platform writes it, whatever was pasted. */
function exact({ platform, permalink }: Item): string | null {
  return permalink === null ? null : (readAddress(platform, permalink.trim()).canonical ?? permalink.trim())
}

function evidenceRef(evidence: EvidenceStatus, captureClass: CaptureClass): EvidenceRef | null {
  if (evidence.status !== 'sealed') return null
  const { sha256, bytes, capturedAt, mediaType } = evidence
  return { sha256, bytes, mediaType, captureClass, capturedAt }
}
