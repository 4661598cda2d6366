import { openConnection } from '../connectors/connections'
import type { OpenedDraft } from '../drafting/drafting'
import { declaration } from '../grounds/declaration'
import type { Ground } from '../grounds/ground'
import { toHit } from '../grounds/search'
import { uiLocale } from '../i18n'
import type { DraftView } from '../messages'
import type { Outbox } from '../outbox/store'
import { ProblemError } from '../problem'
import { settings } from '../settings'
import { catalogue } from './catalogue'

/** Everything that the form shows when it opens. */
export async function viewOf(outbox: Outbox, { row, content }: OpenedDraft): Promise<DraftView> {
  const [opened, { undoSeconds }, locale, earlier] = await Promise.all([
    openConnection(row.connectionId),
    settings.get(),
    uiLocale(),
    row.permalink === null ? undefined : outbox.byPermalink(row.permalink),
  ])
  if (!opened) throw new ProblemError({ code: 'connectionGone' })
  const grounds = row.form.grounds.length === 0 ? [] : await knownGrounds(row.form.grounds)
  return {
    draftId: row.id,
    item: content.item,
    form: row.form,
    grounds: grounds.map((ground) => toHit(ground, locale)),
    evidence: content.evidence,
    connection: opened.connection,
    declaration: declaration(locale),
    earlier:
      earlier && earlier.state !== 'withdrawn'
        ? { noticeId: earlier.id, state: earlier.state, at: earlier.createdAt }
        : null,
    undoSeconds,
  }
}

async function knownGrounds(uses: readonly { groundId: string }[]): Promise<Ground[]> {
  const { get } = await catalogue()
  return uses.flatMap(({ groundId }) => get(groundId) ?? [])
}
