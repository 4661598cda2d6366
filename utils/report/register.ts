import { canonicalJson, type LedgerEntry } from '../ledger/entry'
import { acted, type Case, casesOf } from './cases'
import { yearOf } from './transparency'

/**
 * A public register in the shape of Lumen's notices (`berkmancenter/lumendatabase`, `POST /notices.json`), redacted
 * from the start: it is made of the ledger, which holds no address, no name of a person and no word of the item. As in
 * Lumen, a notice under a law lists no works at all; under a platform's rule its work stands by the SHA-256 of its
 * address, by which whoever knows the address finds it, and nobody else.
 */
export function registerOf(ledger: readonly LedgerEntry[], year: number | null): object {
  const cases = casesOf(ledger).filter(
    (one) => one.receivedAt !== null && (year === null || yearOf(one) === year),
  )
  return { schema: 'flagpost.register/1', notices: cases.map(noticeOf) }
}

/** With sorted keys: the same ledger gives the same bytes. */
export const registerJson = (ledger: readonly LedgerEntry[], year: number | null): string =>
  `${canonicalJson(registerOf(ledger, year))}\n`

function noticeOf(one: Case): object {
  const law = one.kind !== 'policy'
  return {
    type: law ? 'LocalLaw' : 'Other',
    title: `Notice to ${one.provider}, ${day(one.submittedAt)}`,
    date_sent: day(one.submittedAt),
    date_received: one.receivedAt === null ? null : day(one.receivedAt),
    language: one.language,
    action_taken: actionOf(one),
    jurisdiction_list: one.jurisdictions,
    regulation_list: one.grounds,
    tag_list: one.categories,
    case_id_number: one.id,
    entity_notice_roles_attributes: [
      { name: 'recipient', entity_attributes: { name: one.provider, kind: 'organization' } },
      {
        name: 'sender',
        entity_attributes: { name: one.organisation || '[redacted]', kind: 'organization' },
      },
    ],
    works_attributes:
      law || one.address === null
        ? []
        : [
            {
              description: '[redacted]',
              kind: one.item,
              infringing_urls_attributes: [{ url: `urn:sha256:${one.address}` }],
            },
          ],
  }
}

/** Lumen's words for it. */
function actionOf({ outcome }: Case): 'Yes' | 'No' | 'Partial' | 'Unspecified' {
  if (outcome === null) return 'Unspecified'
  if (!acted(outcome)) return 'No'
  return outcome === 'removed' ? 'Yes' : 'Partial'
}

/** The day alone, UTC: an exact time could be matched with what is known elsewhere. */
const day = (at: number): string => new Date(at).toISOString().slice(0, 10)
