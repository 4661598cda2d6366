import type { Ground } from '../grounds/ground'
import { ANSWERS, NEVERTHELESS, OWN_OFFICE, questionsFor } from '../grounds/questions'

/** One question that a ground asks, and how it was answered. */
export type Answered = {
  id: string
  kind: 'yesNo' | 'level'
  /** Null: not answered, or with something that is no answer to it. */
  answer: string | null
  /** The answer speaks for the person who wrote the item. */
  protects: boolean
}

/** The questions of a ground with their answers, the reviewer's own office and the reason to go on apart. */
export function answersOf(ground: Ground, answers: Record<string, string>): Answered[] {
  return questionsFor(ground).flatMap(({ id, kind, protects }) => {
    if (kind === 'text' || id === OWN_OFFICE) return []
    const answer = given(answers, id, ANSWERS[kind])
    return [{ id, kind, answer, protects: answer !== null && answer === protects }]
  })
}

/** Is the item about the reviewer's own office? Null: asked and not answered; `no` also where it is not asked. */
export function ownOffice(ground: Ground, answers: Record<string, string>): 'yes' | 'no' | null {
  const answer = given(answers, OWN_OFFICE, ANSWERS.yesNo) as 'yes' | 'no' | null
  return answer ?? (questionsFor(ground).some(({ id }) => id === OWN_OFFICE) ? null : 'no')
}

/** Why it is reported although something protects it. */
export const nevertheless = (answers: Record<string, string>): string => own(answers, NEVERTHELESS) ?? ''

const given = (answers: Record<string, string>, id: string, allowed: readonly string[]) => {
  const answer = own(answers, id)
  return answer !== undefined && allowed.includes(answer) ? answer : null
}

const own = (answers: Record<string, string>, id: string) =>
  Object.hasOwn(answers, id) ? answers[id] : undefined
