import type { ComponentChildren } from 'preact'
import { problemDetails, problemText } from '../utils/i18n/problem-text'
import type { Problem } from '../utils/problem'
import { useText } from './text'
import './problem.css'

/**
 * A problem in words, its technical detail folded, with the actions that help as `children`. `waits`: it goes on by
 * itself; `stops` (default): it needs the person, and is read out at once.
 */
export function ProblemNote(props: {
  problem: Problem
  tone?: 'waits' | 'stops'
  children?: ComponentChildren
}) {
  const { problem, tone = 'stops', children } = props
  const { t } = useText()
  return (
    <div class="problem" data-tone={tone} role={tone === 'stops' ? 'alert' : 'status'}>
      <p>{problemText(t, problem)}</p>
      {children}
      <details>
        <summary>{t('problem.details')}</summary>
        <code>{problemDetails(problem)}</code>
      </details>
    </div>
  )
}
