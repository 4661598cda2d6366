import type { Ground } from '../grounds/ground'
import type { Form, FormGround, Preview } from '../messages'
import { type EvidenceRef, type Item, Notice } from '../notice'
import { type Problem, ProblemError } from '../problem'

/** Everything that becomes the notice besides the form. */
export type NoticeParts = {
  id: string
  now: number
  form: Form
  item: Item
  grounds: Ground[]
  reviewerCode: string
  declaration: { version: number; language: string; text: string }
  evidence: EvidenceRef | null
  corrects: string | null
  tool: Notice['tool']
}

/** The reasons that were given; none: no field. */
function reasonsOf({ reasons = {} }: Form): Pick<Notice, 'reasons'> {
  const given = Object.entries(reasons).filter(([, reason]) => reason.trim() !== '')
  return given.length ? { reasons: Object.fromEntries(given) } : {}
}

const orNull = (text: string): string | null => text.trim() || null

function use(form: FormGround, ground: Ground, { media }: Item): Notice['grounds'][number] {
  return {
    ground,
    explanation: {
      why: form.why.trim(),
      passage: orNull(form.passage),
      // Where no picture may stay, no place in it stays either.
      ...(media.length > 0 && form.places?.length ? { places: form.places } : {}),
      basis: orNull(form.basis),
    },
    territory: form.territory,
    measure: form.measure,
    elements: form.elements.slice(0, ground.elements.length),
    answers: form.answers,
  }
}

/** What would be sent, as far as the form goes: not yet parsed, without id and times. */
export function previewNotice(parts: Omit<NoticeParts, 'id' | 'now'>): Preview {
  return {
    schema: 'flagpost.notice/1',
    reviewer: { code: parts.reviewerCode },
    discloseNotifier: parts.grounds.every((ground) => ground.notifierIdentity !== 'suppress'),
    item: parts.item,
    grounds: parts.form.grounds.map((form, i) => use(form, parts.grounds[i] as Ground, parts.item)),
    declaration: parts.declaration,
    evidence: parts.evidence,
    reference: orNull(parts.form.reference),
    corrects: parts.corrects,
    ...reasonsOf(parts.form),
    tool: parts.tool,
  }
}

/**
 * The notice that the form stands for, parsed by its schema.
 * @throws ProblemError `fieldWrong` for each field that does not fit, with the field's name.
 */
export function buildNotice({ id, now, ...parts }: NoticeParts): Notice {
  const at = new Date(now).toISOString()
  const preview = previewNotice(parts)
  const parsed = Notice.safeParse({
    ...preview,
    id,
    createdAt: at,
    declaration: { ...preview.declaration, madeAt: at },
  })
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(
    (issue): Problem => ({
      code: 'fieldWrong',
      field: fieldOf(issue.path),
      params: { detail: issue.message },
    }),
  )
  throw new ProblemError(problems[0] as Problem, problems.slice(1))
}

/** `['grounds', 0, 'explanation', 'why']` → `grounds.0.why`, as the form names its fields. */
function fieldOf(path: PropertyKey[]): string {
  return path.filter((part) => part !== 'explanation').join('.')
}
