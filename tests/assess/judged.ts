import { assess } from '../../utils/assess/assess'
import { type History, NO_HISTORY } from '../../utils/assess/history'
import { DEFAULT_RULES, type OrganisationRules, rulesFor } from '../../utils/assess/rules'
import type { Ground } from '../../utils/grounds/ground'
import { PROTECTED, RABAT } from '../../utils/grounds/questions'
import type { Assessment } from '../../utils/messages'
import type { GroundUse, Item, Notice } from '../../utils/notice'
import { sampleGround, sampleNotice, sampleUse } from '../support/samples'

/** The account in whose name the samples are made. */
export const ACCOUNT = {
  name: 'Aigerim Sample',
  reviewerCode: 'R1',
  organisation: { name: 'Ministry of Samples' },
}

export type Change = {
  notice?: Partial<Notice>
  item?: Partial<Notice['item']>
  /** Of the first ground's use, and of the ground itself. */
  use?: Partial<GroundUse>
  ground?: Partial<Ground>
  explanation?: Partial<GroundUse['explanation']>
  /** Further grounds. */
  more?: GroundUse[]
  history?: Partial<History>
  rules?: Partial<OrganisationRules>
}

/** A law of Germany, complete. */
export const law = (more: Partial<Ground> = {}): Ground => {
  const { platform: _, ...ground } = sampleGround({
    id: 'de.stgb.241',
    kind: 'law',
    jurisdiction: 'DE',
    instrument: 'Strafgesetzbuch',
    provision: '§ 241',
    title: 'Bedrohung',
    titles: { de: 'Bedrohung', en: 'Threat' },
    language: 'de',
  })
  return { ...ground, ...more }
}

/** A law's use with an explanation of its own. */
export const lawUse = (more: Partial<GroundUse> = {}, ground: Partial<Ground> = {}): GroundUse =>
  sampleUse({
    ground: law(ground),
    explanation: {
      why: 'Its author names the house of one person and says that it burns at midnight.',
      passage: 'something that a reviewer reads',
      basis: null,
    },
    territory: ['DE'],
    measure: 'restrict',
    ...more,
  })

/** Everything answered so that nothing protects the item. */
export const NO_ANSWERS: Record<string, string> = {
  ...Object.fromEntries(PROTECTED.map(({ id }) => [id, 'no'])),
  ...Object.fromEntries(RABAT.map(({ id }) => [id, 'high'])),
}

/** A notice that passes, with changes. */
export function noticeWith({
  notice = {},
  item = {},
  use = {},
  ground = {},
  explanation = {},
  more = [],
}: Change) {
  const base = sampleNotice()
  const first = sampleUse(use)
  const changed: Notice = {
    ...base,
    item: { ...base.item, ...(item as Partial<Item>) } as Notice['item'],
    grounds: [
      {
        ...first,
        ground: { ...first.ground, ...ground },
        explanation: { ...first.explanation, ...explanation },
      },
      ...more,
    ],
    ...notice,
  }
  return changed
}

/** What due process says of it. */
export function judged(change: Change = {}): Assessment {
  const rules = rulesFor(ACCOUNT, { ...DEFAULT_RULES, publicAuthority: false, ...change.rules })
  return assess(noticeWith(change), { ...NO_HISTORY, ...change.history }, rules)
}

/** Every finding as `list code field`. */
export function findings(change: Change): string[] {
  const { blocked, secondReviewer, warnings } = judged(change)
  const named = (list: string, problems: Assessment['blocked']) =>
    problems.map(({ code, field }) => [list, code, field].filter(Boolean).join(' '))
  return [...named('block', blocked), ...named('second', secondReviewer), ...named('warn', warnings)]
}
