import { useRef, useState } from 'preact/hooks'
import type { Rect } from '../../utils/evidence/redaction'

type Point = { x: number; y: number }

type Drag = {
  /** Where a pointer is, in the units that are drawn in. */
  at: (event: PointerEvent, area: DOMRect) => Point
  /** What is not wider and higher than this was no drawing but a click. */
  least: number
  draw: (rect: Rect) => void
}

const between = (a: Point, b: Point): Rect => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
})

/** A rectangle that is dragged with the pointer over an area: the area's own properties, and what is being drawn. */
export function useDrag({ at, least, draw }: Drag) {
  const ref = useRef<HTMLDivElement>(null)
  const from = useRef<Point | null>(null)
  const [drawing, setDrawing] = useState<Rect | null>(null)

  const to = (event: PointerEvent): Rect | null => {
    const area = ref.current?.getBoundingClientRect()
    return area && from.current ? between(from.current, at(event, area)) : null
  }
  const end = () => {
    from.current = null
    setDrawing(null)
  }
  const area = {
    ref,
    onPointerDown(event: PointerEvent & { currentTarget: HTMLDivElement }) {
      if (event.button !== 0 || (event.target as Element).closest('button')) return
      from.current = at(event, event.currentTarget.getBoundingClientRect())
      event.currentTarget.setPointerCapture(event.pointerId)
      event.preventDefault()
    },
    onPointerMove: (event: PointerEvent) => setDrawing(to(event)),
    onPointerUp(event: PointerEvent) {
      const rect = to(event)
      end()
      if (rect && rect.width > least && rect.height > least) draw(rect)
    },
    onPointerCancel: end,
  }
  return { area, drawing }
}
