import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { LineWords } from './line'
import { type Line, type ListSection, linesOf } from './lines'
import { HEAD, heightOf, LINE, type Open, offsetOf, sliceOf } from './window'

type ListProps = {
  sections: ListSection[]
  /** The line that the keys act on; it alone is a tab stop. */
  active: string | null
  /** The line whose panel stands open under it (popup), or that the reading pane shows (queue page). */
  shown: string | null
  panel?: ((line: Line) => ComponentChildren) | undefined
  title: (section: ListSection) => string
  press: (line: Line) => void
  /** Reads the rows of the lines that are drawn. */
  rowsOf: (ids: readonly string[]) => (id: string) => Extract<Line, { kind: 'notice' }>['row']
  now: number
  /** Counts up when a key has moved the active line: then it is scrolled into view and gets the focus. */
  moves: number
}

/**
 * The lines in their sections. Only what can be seen is drawn, so ten thousand lines scroll as ten do; every line is
 * as high as every other, but for the one whose panel is open.
 */
export function QueueList({ sections, active, shown, panel, title, press, rowsOf, now, moves }: ListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const view = useView(scroller)
  const wanted = useRef<string | null>(null)
  const [panelHeight, setPanelHeight] = useState(0)
  const boxes = boxesOf(sections, panel ? shown : null, panelHeight)

  useLayoutEffect(() => {
    if (moves === 0 || active === null || !scroller.current) return
    bringIntoView(scroller.current, boxes, active)
    wanted.current = active
    // Only a move by key brings a line into view, not every new reading of the queue.
  }, [moves])
  useLayoutEffect(() => {
    // The line may only be drawn when the list has moved.
    const line = scroller.current?.querySelector<HTMLElement>(`[data-line="${wanted.current}"]`)
    if (wanted.current === null || !line) return
    line.focus({ preventScroll: true })
    wanted.current = null
  })

  const slices = boxes.map((box) => {
    const top = view.top - box.top - HEAD
    return sliceOf(box.lines.length, box.open, top, top + view.height)
  })
  const drawn = boxes.flatMap(({ lines }, i) => lines.slice(slices[i]?.from, slices[i]?.to))
  const row = rowsOf(drawn.flatMap((line) => (line.kind === 'notice' && !line.row ? [line.id] : [])))
  const stop = active ?? linesOf(sections)[0]?.id

  return (
    <div class="list" ref={scroller}>
      {boxes.map(({ name, lines, section }, i) => {
        const { from, to, before, after } = slices[i] ?? { from: 0, to: 0, before: 0, after: 0 }
        return (
          <section key={name} class="list-section" aria-labelledby={`list-${name}`}>
            <h2 id={`list-${name}`} class="list-head">
              {title(section)}
            </h2>
            <ul style={{ paddingBlock: `${before}px ${after}px` }}>
              {lines.slice(from, to).map((line, at) => {
                const full: Line = line.kind === 'notice' ? { ...line, row: line.row ?? row(line.id) } : line
                const open = line.id === shown
                return (
                  <li key={line.id} class="line" aria-setsize={lines.length} aria-posinset={from + at + 1}>
                    <button
                      type="button"
                      class="line-button"
                      data-line={line.id}
                      data-open={open}
                      tabIndex={line.id === stop ? 0 : -1}
                      aria-expanded={panel ? open : undefined}
                      aria-current={!panel && open ? 'true' : undefined}
                      onClick={() => press(full)}
                    >
                      <LineWords line={full} now={now} />
                    </button>
                    {open && panel && <Panel measured={setPanelHeight}>{panel(full)}</Panel>}
                  </li>
                )
              })}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

type Box = ListSection & { top: number; open: Open; section: ListSection }

/** Where each section begins, and where in it a panel is open. */
function boxesOf(sections: ListSection[], shown: string | null, panelHeight: number): Box[] {
  let top = 0
  return sections.map((section) => {
    const at = shown === null ? -1 : section.lines.findIndex(({ id }) => id === shown)
    const open = at < 0 ? null : { at, height: panelHeight }
    const box = { ...section, section, top, open }
    top += HEAD + heightOf(section.lines.length, open)
    return box
  })
}

function bringIntoView(scroller: HTMLElement, boxes: Box[], id: string): void {
  for (const { lines, top, open } of boxes) {
    const at = lines.findIndex((line) => line.id === id)
    if (at < 0) continue
    const y = top + HEAD + offsetOf(at, open)
    // The first line brings its section's head with it.
    if (y - HEAD < scroller.scrollTop) scroller.scrollTop = at === 0 ? top : y - HEAD
    else if (y + LINE > scroller.scrollTop + scroller.clientHeight)
      scroller.scrollTop = y + LINE - scroller.clientHeight
  }
}

/** What of the list can be seen, CSS pixels. */
function useView(scroller: { current: HTMLElement | null }): { top: number; height: number } {
  const [view, set] = useState({ top: 0, height: 600 })
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const look = () => set({ top: element.scrollTop, height: element.clientHeight })
    look()
    element.addEventListener('scroll', look, { passive: true })
    const size = new ResizeObserver(look)
    size.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      size.disconnect()
    }
  }, [scroller])
  return view
}

/** The room under an open line; it says how high it is. */
function Panel({ measured, children }: { measured: (height: number) => void; children: ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const look = () => measured(element.offsetHeight)
    look()
    const size = new ResizeObserver(look)
    size.observe(element)
    return () => size.disconnect()
  }, [measured])
  useEffect(() => () => measured(0), [measured])
  return (
    <div class="line-panel" ref={box}>
      {children}
    </div>
  )
}
