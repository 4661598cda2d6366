import type { ComponentChildren } from 'preact'
import type { Key } from '../../utils/i18n/catalogue'
import type { Problem } from '../../utils/problem'
import { useText } from '../text'

type MessageProps = {
  /** `bad` is told at once to who can't see it; the others when there is a pause. */
  tone?: 'plain' | 'good' | 'warn' | 'bad'
  children: ComponentChildren
}

/** A line that says what happened. */
export function Message({ tone = 'plain', children }: MessageProps) {
  return (
    <div class={`message ${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      {children}
    </div>
  )
}

/** The sentence for a problem: what happened, what is safe, what to do next. */
export function useProblem(): (problem: Problem) => string {
  const { t } = useText()
  return ({ code, params }) => {
    const key = `problem.${code}` as Key
    const words = t(key, params)
    // A code that a newer version wrote into the storage has no words here.
    return words === key ? t('problem.unexpected') : words
  }
}

/** A problem in words. */
export function ProblemMessage({ problem }: { problem: Problem }) {
  return <Message tone="bad">{useProblem()(problem)}</Message>
}
