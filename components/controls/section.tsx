import type { ComponentChildren } from 'preact'

type SectionProps = { id: string; title: string; lead?: string; children: ComponentChildren }

/** A titled part of a page; `id` is its address (`#id`). */
export function Section({ id, title, lead, children }: SectionProps) {
  return (
    <section class="section" id={id} aria-labelledby={`${id}-title`}>
      <header>
        <h2 id={`${id}-title`} tabIndex={-1}>
          {title}
        </h2>
        {lead && <p>{lead}</p>}
      </header>
      {children}
    </section>
  )
}
