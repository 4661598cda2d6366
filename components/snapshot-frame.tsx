import { useEffect, useRef, useState } from 'preact/hooks'
import type { OpenedBundle } from '../utils/evidence/open'
import { buildSnapshot, readSnapshot } from '../utils/evidence/show'
import type { Problem } from '../utils/problem'
import { problemIn } from './ask'
import { ProblemNote } from './problem'
import { useText } from './text'

/** Makes a snapshot as wide as its frame where it is wider; gives the height that it wants, CSS pixels, and how much. */
function fitSnapshot(doc: Document, tall: boolean): { height: number; zoom: number } {
  const { documentElement: root, body, defaultView } = doc
  root.style.setProperty('zoom', '1')
  const zoom = Math.min(1, (defaultView?.innerWidth ?? 0) / Math.max(1, body.scrollWidth))
  root.style.setProperty('zoom', String(zoom))
  const height = Math.max(80, Math.ceil(body.scrollHeight * zoom))
  return { height: tall ? height : Math.min(MAX_HEIGHT, height), zoom }
}

/** A longer snapshot scrolls in its frame, CSS pixels. */
const MAX_HEIGHT = 720

type ViewProps = {
  /** The snapshot as it is kept. */
  template: string
  /** The address to show for the N-th medium; null where it was not kept. */
  pictureOf: (at: number) => string | null
  /** As high as the snapshot is: it does not scroll by itself. */
  tall?: boolean
  /** Its accessible name. */
  title: string
  /** It stands there, drawn so many times as large as it was. */
  built?: (doc: Document, zoom: number) => void
}

/**
 * A snapshot in a frame from which nothing runs or loads: an empty document with the strictest policy, sandboxed
 * without scripts, in which the snapshot is built node by node. Every HTML parser is a sink of Trusted Types, which our
 * pages have none of, and Firefox knows no sandboxed pages of an extension.
 */
export function SnapshotView({ template, pictureOf, tall = false, title, built }: ViewProps) {
  const holder = useRef<HTMLDivElement>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  useEffect(() => {
    const frame = emptyFrame()
    const size = new ResizeObserver(() => resize())
    let resize = () => {}
    frame.title = title
    frame.height = '160'
    frame.addEventListener('load', () => {
      const doc = frame.contentDocument
      if (!doc) return
      try {
        buildSnapshot(doc, readSnapshot(template), pictureOf)
        resize = () => {
          const fit = fitSnapshot(doc, tall)
          frame.height = String(fit.height)
          built?.(doc, fit.zoom)
        }
        resize()
        for (const image of doc.images) image.addEventListener('load', resize)
        size.observe(frame)
      } catch (error) {
        setProblem(problemIn(error))
      }
    })
    holder.current?.append(frame)
    return () => {
      size.disconnect()
      frame.remove()
    }
  }, [])
  if (problem) return <ProblemNote problem={problem} />
  return <div ref={holder} />
}

/**
 * A frame with an empty document. In a page's frame the browser opens no other page of ours, so the form's markup brings
 * its document along (`srcdoc`): the parser made it there, where a script may not.
 */
function emptyFrame(): HTMLIFrameElement {
  const brought = document.querySelector<HTMLTemplateElement>('template#snapshot')?.content.firstElementChild
  if (brought) return brought.cloneNode(true) as HTMLIFrameElement
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-same-origin')
  frame.src = '/snapshot.html'
  return frame
}

/** The snapshot of an opened bundle. */
export function SnapshotFrame({ bundle }: { bundle: OpenedBundle }) {
  const { t } = useText()
  const ended = useRef<(() => void)[]>([])
  useEffect(
    () => () => {
      for (const end of ended.current) end()
    },
    [],
  )
  const kept = new Map(bundle.media.map((one) => [one.url, one]))
  const pictureOf = (at: number) => {
    const medium = kept.get(bundle.record.media[at]?.url ?? '')
    if (!medium) return null
    const address = URL.createObjectURL(new Blob([medium.bytes], { type: medium.type }))
    ended.current.push(() => URL.revokeObjectURL(address))
    return address
  }
  return <SnapshotView template={bundle.template} pictureOf={pictureOf} title={t('evidence.snapshot')} />
}
