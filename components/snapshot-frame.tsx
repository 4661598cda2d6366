import { useEffect, useRef, useState } from 'preact/hooks'
import type { OpenedBundle } from '../utils/evidence/bundle'
import { buildSnapshot, readSnapshot } from '../utils/evidence/show'
import type { Problem } from '../utils/problem'
import { problemIn } from './ask'
import { ProblemNote } from './problem'
import { useText } from './text'

/** Makes a snapshot as wide as its frame where it is wider; gives the height that it wants, CSS pixels. */
function fitSnapshot(doc: Document): number {
  const { documentElement: root, body, defaultView } = doc
  root.style.setProperty('zoom', '1')
  const zoom = Math.min(1, (defaultView?.innerWidth ?? 0) / Math.max(1, body.scrollWidth))
  root.style.setProperty('zoom', String(zoom))
  return Math.min(MAX_HEIGHT, Math.max(80, Math.ceil(body.scrollHeight * zoom)))
}

/** A longer snapshot scrolls in its frame, CSS pixels. */
const MAX_HEIGHT = 720

/**
 * The snapshot in a frame from which nothing runs or loads. `srcdoc` and every HTML parser are sinks of Trusted
 * Types, which our pages have none of; a `blob:` or `srcdoc` frame would also take over their policy, which lets no
 * inline style through, and Firefox knows no sandboxed pages of an extension. So the frame shows an empty page of
 * ours with the strictest policy, sandboxed without scripts, and the snapshot is built in it node by node.
 */
export function SnapshotFrame({ bundle }: { bundle: OpenedBundle }) {
  const { t } = useText()
  const frame = useRef<HTMLIFrameElement>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [height, setHeight] = useState(160)
  const ended = useRef<(() => void)[]>([])
  useEffect(
    () => () => {
      for (const end of ended.current) end()
    },
    [],
  )
  const build = () => {
    const doc = frame.current?.contentDocument
    if (!doc) return
    try {
      const kept = new Map(bundle.media.map((one) => [one.url, one]))
      const pictureOf = (at: number) => {
        const medium = kept.get(bundle.record.media[at]?.url ?? '')
        if (!medium) return null
        const address = URL.createObjectURL(new Blob([medium.bytes], { type: medium.type }))
        ended.current.push(() => URL.revokeObjectURL(address))
        return address
      }
      buildSnapshot(doc, readSnapshot(bundle.template), pictureOf)
      const resize = () => setHeight(fitSnapshot(doc))
      resize()
      for (const image of doc.images) image.addEventListener('load', resize)
      const size = new ResizeObserver(resize)
      if (frame.current) size.observe(frame.current)
      ended.current.push(() => size.disconnect())
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
      title={t('evidence.snapshot')}
      height={height}
      onLoad={build}
    />
  )
}
