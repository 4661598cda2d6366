import type { Assessment, Form } from '../../utils/messages'
import type { Problem } from '../../utils/problem'

/**
 * A problem and how it stands: `wrong` after a refusal, `open` what is still to be done, `warning` to think of,
 * `second` why a second reviewer decides.
 */
export type Level = 'wrong' | 'open' | 'warning' | 'second'
export type Placed = { problem: Problem; level: Level; field: string }

const OWN = /^grounds\.\d+\.(why|passage|basis|territory|measure|elements|answers)/
const MENDED: Record<string, string> = {
  'item.author.name': 'item.authorName',
  'item.author.handle': 'item.authorHandle',
  'item.author': 'item.authorName',
}
const ITEM = /^item\.(permalink|authorName|authorHandle|time|text)$/

/**
 * The field of the form at which a problem is shown: the one it names, the nearest around it, or '' where the form
 * has none (then it stands in the summary alone).
 */
export function placeOf(field: string | undefined, form: Form): string {
  if (!field) return ''
  const [, index] = /^grounds\.(\d+)/.exec(field) ?? []
  if (index !== undefined && Number(index) < form.grounds.length) {
    const answer = /^grounds\.\d+\.answers\.[\w-]+/.exec(field)
    return answer?.[0] ?? OWN.exec(field)?.[0] ?? `grounds.${index}`
  }
  if (field.startsWith('grounds')) return 'grounds'
  const mended = MENDED[field] ?? field
  if (ITEM.test(mended)) return mended
  return mended === 'goodFaith' || mended === 'reference' || mended === 'evidence' ? mended : ''
}

/** What the foot of the form says by itself, so that it need not stand at its field before one has tried to send. */
const SAID = ['groundMissing', 'declarationMissing']

export type Found = {
  /** What was refused, until something is changed. */
  refused: readonly Problem[]
  /** What due process says of the form as it stands. */
  assessment: Assessment
  /** Fields that the reviewer has been in. */
  visited: ReadonlySet<string>
  /** The reviewer has tried to send: what is still to be done is wrong from now on. */
  tried: boolean
}

/** All that is to be shown, each at its field; what is still to be done only once the reviewer has been there. */
export function placeProblems(form: Form, { refused, assessment, visited, tried }: Found): Placed[] {
  const at = (level: Level) => (problem: Problem) => ({ problem, level, field: placeOf(problem.field, form) })
  const known = new Set(refused.map(({ code, field }) => `${code} ${field}`))
  const fresh = assessment.blocked.filter(({ code, field }) => !known.has(`${code} ${field}`))
  const open = tried
    ? fresh.map(at('wrong'))
    : fresh.map(at('open')).filter(({ problem, field }) => !SAID.includes(problem.code) && visited.has(field))
  return [
    ...refused.map(at('wrong')),
    ...open,
    ...assessment.warnings.map(at('warning')),
    ...assessment.secondReviewer.map(at('second')),
  ]
}
