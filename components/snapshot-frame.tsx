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
 * A snapshot in a frame from which nothing runs or loads. `srcdoc` and every HTML parser are sinks of Trusted
 * Types, which our pages have none of; a `blob:` or `srcdoc` frame would also take over their policy, which lets no
 * inline style through, and Firefox knows no sandboxed pages of an extension. So the frame shows an empty page of
 * ours with the strictest policy, sandboxed without scripts, and the snapshot is built in it node by node.
 */
export function SnapshotView({ template, pictureOf, tall = false, title, built }: ViewProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [height, setHeight] = useState(160)
  const size = useRef<ResizeObserver | null>(null)
  useEffect(() => () => size.current?.disconnect(), [])
  const build = () => {
    const doc = frame.current?.contentDocument
    if (!doc) return
    try {
      buildSnapshot(doc, readSnapshot(template), pictureOf)
      const resize = () => {
        const fit = fitSnapshot(doc, tall)
        setHeight(fit.height)
        built?.(doc, fit.zoom)
      }
      resize()
      for (const image of doc.images) image.addEventListener('load', resize)
      size.current = new ResizeObserver(resize)
      if (frame.current) size.current.observe(frame.current)
    } catch (error) {
      setProblem(problemIn(error))
    }
  }
  if (problem) return <ProblemNote problem={problem} />
  return (
    <iframe
      ref={frame}
      src="/snapshot.html"
      sandbox="allow-same-origin"
      title={title}
      height={height}
      onLoad={build}
    />
  )
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
