import type { ComponentChildren, JSX } from 'preact'

type ButtonProps = Omit<JSX.IntrinsicElements['button'], 'class' | 'className' | 'ref'> & {
  /** `primary`: the one that a view is for; `danger`: takes something away for good; `quiet`: beside others. */
  kind?: 'plain' | 'primary' | 'quiet' | 'danger'
  /** Its work is under way: it can't be pressed again, but keeps the focus. */
  busy?: boolean
  children: ComponentChildren
}

/** A button of ours; `type` is `button` unless a form says otherwise. */
export function Button({ kind = 'plain', busy = false, onClick, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      class={`button ${kind}`}
      aria-busy={busy}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {children}
    </button>
  )
}
