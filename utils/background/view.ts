import { findConnection } from '../connectors/connections'
import type { OpenedDraft } from '../drafting/drafting'
import { declaration } from '../grounds/declaration'
import { toHit } from '../grounds/search'
import { uiLocale } from '../i18n'
import type { DraftView } from '../messages'
import type { Item } from '../notice'
import type { Outbox } from '../outbox/store'
import { ProblemError } from '../problem'
import { settings } from '../settings'
import { siteById } from '../sites'
import { knownGrounds } from './catalogue'

/** Everything that the form shows when it opens. */
export async function viewOf(outbox: Outbox, { row, content }: OpenedDraft): Promise<DraftView> {
  const corrected = row.replaces?.corrects ? row.replaces.noticeId : null
  const [connection, { undoSeconds }, locale, earlier, corrects] = await Promise.all([
    findConnection(row.connectionId),
    settings.get(),
    uiLocale(),
    row.permalink === null ? undefined : outbox.byPermalink(row.permalink),
    corrected === null ? undefined : outbox.get(corrected),
  ])
  if (!connection) throw new ProblemError({ code: 'connectionGone' })
  const grounds = await knownGrounds(row.form.grounds)
  return {
    draftId: row.id,
    item: content.item,
    platform: platformName(content.item, row.origin.address),
    selection: content.selection,
    form: row.form,
    grounds: grounds.map((ground) => toHit(ground, locale, connection.account.organisation.country)),
    evidence: content.evidence,
    connection,
    declaration: declaration(locale),
    earlier:
      earlier && earlier.state !== 'withdrawn' && earlier.id !== corrected
        ? { noticeId: earlier.id, state: earlier.state, at: earlier.createdAt }
        : null,
    corrects: corrects ? { receipt: corrects.receipt?.id ?? corrects.id, at: corrects.createdAt } : null,
    undoSeconds,
  }
}

/** The platform as people call it; on any other page its host. */
function platformName({ platform, permalink }: Item, address: string): string {
  const page = permalink ?? address
  return siteById(platform)?.name ?? (URL.canParse(page) ? new URL(page).host : platform)
}
