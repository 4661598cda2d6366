import type { Assessment, Form } from '../../utils/messages'
import type { Problem } from '../../utils/problem'
import type { Missing } from './ready'

/**
 * How a problem stands: `wrong` after the reviewer tried to send, `open` what is still to be done, `warning` to think
 * of, `second` why a second reviewer decides.
 */
export type Level = 'wrong' | 'open' | 'warning' | 'second'
export type Placed = {
  level: Level
  /** The form's field at which it stands; '' where the form has none: then it stands in the summary alone. */
  field: string
  /** What due process or the background says; null: what the form itself misses, as the foot says it. */
  problem: Problem | null
  missing: Missing['what'] | null
}

const PART = /^grounds\.\d+\.(why|passage|places|basis|territory|measure|elements|answers\.[\w-]+)/
const ITEM = /^item\.(permalink|authorName|authorHandle|time|text)$/
const ALONE = /^(goodFaith|reference|evidence|reasons\.\w+)$/
/** The notice's names of what the form has other fields for. */
const NAMES: Record<string, string> = {
  'item.author.name': 'item.authorName',
  'item.author.handle': 'item.authorHandle',
  'item.author': 'item.authorName',
}

/** The field of the form at which a problem is shown: the one it names, the nearest around it, or ''. */
export function placeOf(field: string | undefined, { grounds }: Form): string {
  if (!field) return ''
  const [, index] = /^grounds\.(\d+)/.exec(field) ?? []
  if (index !== undefined && Number(index) < grounds.length)
    return PART.exec(field)?.[0] ?? `grounds.${index}`
  if (field.startsWith('grounds')) return 'grounds'
  const name = NAMES[field] ?? field
  return ITEM.test(name) || ALONE.test(name) ? name : ''
}

export type Found = {
  /** What the form itself misses. */
  missing: readonly Missing[]
  /** What was refused, until something is changed. */
  refused: readonly Problem[]
  /** What due process says of the form as it stands. */
  assessment: Assessment
  /** Fields that the reviewer has been in. */
  visited: ReadonlySet<string>
  /** The reviewer has tried to send: what is still to be done is wrong from now on. */
  tried: boolean
}

/** The form says these by itself, at the same fields. */
const SAID = ['groundMissing', 'declarationMissing', 'whyMissing']

/** All that is to be shown, each at its field; what is still to be done only once the reviewer has been there. */
export function placeProblems(form: Form, found: Found): Placed[] {
  const { missing, refused, assessment, visited, tried } = found
  const lacks = new Set(missing.map(({ field }) => field))
  const at =
    (level: Level) =>
    (problem: Problem): Placed => ({ problem, level, field: placeOf(problem.field, form), missing: null })
  const known = new Set(refused.map(({ code, field }) => `${code} ${field}`))
  const said = ({ problem, field }: Placed) =>
    lacks.has(field) || (problem !== null && SAID.includes(problem.code))
  const blocked = assessment.blocked.filter(({ code, field }) => !known.has(`${code} ${field}`))
  const open = blocked.map(at(tried ? 'wrong' : 'open')).filter((one) => !said(one))
  return [
    ...(tried
      ? missing.map(({ what, field }): Placed => ({ level: 'wrong', field, problem: null, missing: what }))
      : []),
    ...refused.map(at('wrong')).filter((one) => !said(one)),
    ...open.filter(({ field }) => tried || visited.has(field) || field.startsWith('reasons.')),
    ...assessment.warnings.map(at('warning')),
    ...assessment.secondReviewer.map(at('second')),
  ]
}
