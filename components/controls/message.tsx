import type { ComponentChildren } from 'preact'

type MessageProps = {
  tone?: 'plain' | 'good' | 'warn' | 'bad'
  children: ComponentChildren
}

/** A line that says what happened; told when there is a pause to who can't see it. (A problem: `ProblemNote`.) */
export function Message({ tone = 'plain', children }: MessageProps) {
  return (
    <div class={`message ${tone}`} role="status">
      {children}
    </div>
  )
}
