import type { ComponentChildren } from 'preact'

type NoticeLinkProps = { id: string; open: (id: string) => void; children: ComponentChildren }

/** A way to another notice, which its page opens in its own manner. */
export function NoticeLink({ id, open, children }: NoticeLinkProps) {
  return (
    <a
      href={`queue.html#${id}`}
      onClick={(event) => {
        event.preventDefault()
        open(id)
      }}
    >
      {children}
    </a>
  )
}
