import { browser } from '../../browser'
import { fromBase64 } from '../../bytes'
import { defaultConnection } from '../../connectors/connections'
import { MHTML_TYPE } from '../../evidence/page-context'
import { jurisdictionsOf } from '../../grounds/jurisdictions'
import { prepareSearch, searchGrounds } from '../../grounds/search'
import { strictest } from '../../grounds/strictest'
import { hostOf } from '../../host'
import { uiLocale } from '../../i18n'
import { wordsOf } from '../../i18n/catalogue'
import type { Form } from '../../messages'
import { ProblemError } from '../../problem'
import { settings } from '../../settings'
import { catalogue, knownGrounds } from '../catalogue'
import { keptPictures, layersOf } from '../layers'
import { look, openWindow, tell } from '../press'
import type { Handlers } from '../router'
import type { Service } from '../service'
import { check, preview, submit } from '../submit'
import { viewOf } from '../view'
import { placeFrom } from './page'

type DraftMessages =
  | 'form.hello'
  | 'draft.open'
  | 'draft.check'
  | 'draft.preview'
  | 'draft.save'
  | 'draft.evidence'
  | 'draft.layers'
  | 'draft.pictures'
  | 'draft.cover'
  | 'draft.context'
  | 'draft.submit'
  | 'draft.discard'
  | 'draft.resume'
  | 'notice.undo'
  | 'form.close'
  | 'form.window'
  | 'form.look'
  | 'form.taken'
  | 'grounds.search'

/** Has the reviewer put anything into it? */
function isEmpty({ item, grounds, goodFaith, reference }: Form): boolean {
  return Object.keys(item).length === 0 && grounds.length === 0 && !goodFaith && reference === ''
}

/** Messages of the form. */
export function draftHandlers(service: Service): Pick<Handlers, DraftMessages> {
  const { outbox, drafting, presses, drain } = service
  return {
    async 'form.hello'() {
      const locale = await uiLocale()
      return {
        locale,
        words: wordsOf(locale, ['common', 'states', 'compose', 'cover', 'place', 'problems', 'assess']),
      }
    },

    async 'draft.open'({ nonce }, from) {
      // The frame stands in the top document, where the flag script is.
      const place =
        from.kind === 'form' ? placeFrom({ ...from, url: (await tabAddress(from.tabId)) ?? '' }, 0) : null
      return viewOf(outbox, await presses.find(nonce, place))
    },

    async 'draft.save'({ draftId, form }) {
      // A ground that the catalogue has lost is no reason to lose what was typed.
      await drafting.save(draftId, form, strictest(await knownGrounds(form.grounds)))
      return null
    },

    'draft.check': ({ draftId, form }) => check(service, draftId, form),

    'draft.preview': ({ draftId, form }) => preview(drafting, draftId, form),

    'draft.evidence': ({ draftId }) => drafting.evidence(draftId),

    'draft.layers': ({ draftId }) => layersOf(drafting, draftId),

    async 'draft.pictures'({ draftId }) {
      await drafting.evidence(draftId)
      return keptPictures(drafting, draftId)
    },

    async 'draft.cover'({ draftId, redaction }) {
      const { content } = await drafting.cover(draftId, redaction)
      return { evidence: content.evidence, item: content.item }
    },

    async 'draft.context'({ draftId, window, page }) {
      const written = page !== null && typeof page === 'object' && 'base64' in page
      const file = written ? { bytes: fromBase64(page.base64), type: MHTML_TYPE } : page
      const { content } = await drafting.surround(draftId, { window, page: file })
      return content.evidence
    },

    async 'draft.submit'({ draftId, form }) {
      const answer = await submit(service, draftId, form)
      // The reviewer is answered first.
      setTimeout(drain)
      return answer
    },

    async 'draft.discard'({ draftId }) {
      await drafting.discard(draftId)
      return null
    },

    async 'draft.resume'({ draftId }) {
      const { row } = await drafting.get(draftId)
      await openWindow(row.nonce)
      return null
    },

    async 'notice.undo'({ noticeId }) {
      const row = await outbox.get(noticeId)
      const draft = row && (await outbox.draft(row.draftId))
      if (!row || !draft || !(await outbox.undo(row, draft, { reviewer: row.accountId }))) {
        throw new ProblemError({ code: 'tooLate' })
      }
      return { draftId: draft.id }
    },

    async 'form.close'({ nonce }, from) {
      if (from.kind === 'form' && from.tabId !== null) await tell(from.tabId, { type: 'close', nonce })
      // A form that is closed before its item was read leaves nothing behind either.
      await presses.settled(nonce)
      const row = await outbox.draftByNonce(nonce)
      if (row && row.committed === null && isEmpty(row.form)) await drafting.discard(row.id)
      if (from.kind === 'own' && from.tabId !== null) await browser.tabs.remove(from.tabId)
      return null
    },

    async 'form.window'({ nonce }, from) {
      if (from.kind === 'own' || from.tabId === null) return null
      await openWindow(nonce)
      await tell(from.tabId, { type: 'close', nonce })
      return null
    },

    async 'form.look'({ nonce }, from) {
      // In its own window there is no page around it.
      if (from.kind === 'own' || from.tabId === null) return { own: true, top: true }
      return look(from.tabId, nonce)
    },

    async 'form.taken'({ draftId }) {
      await drafting.noteTaken(draftId)
      return null
    },

    async 'grounds.search'({ query, platform, address, limit }) {
      const [all, locale, { recentGrounds: recent, favourites }, { account }] = await Promise.all([
        catalogue(),
        uiLocale(),
        settings.get(),
        defaultConnection(),
      ])
      const jurisdictions = jurisdictionsOf(account.organisation.country)
      // The form asks with nothing typed when it opens: the answer goes first, the index is ready for the first word.
      if (!query) setTimeout(() => prepareSearch(all))
      const server = hostOf(address)
      return searchGrounds(all, { query, platform, server, limit, locale, recent, favourites, jurisdictions })
    },
  }
}

async function tabAddress(tabId: number | null): Promise<string | undefined> {
  return tabId === null ? undefined : (await browser.tabs.get(tabId)).url
}
