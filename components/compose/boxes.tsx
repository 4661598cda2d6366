import type { ComponentChildren } from 'preact'
import type { Rect, Region } from '../../utils/evidence/redaction'
import { useText } from '../text'
import { useDrag } from './drag'

/** One press of an arrow key, CSS pixels of the item. */
const STEP = 8
/** A new box, made by keyboard. */
const FIRST: Rect = { x: 20, y: 20, width: 120, height: 60 }
const LEAST = 6

type BoxesProps = {
  /** The snapshot beneath is drawn so many times as large as on the page. */
  zoom: number
  /** Where something is covered that was not drawn by hand. */
  fixed: Rect[]
  drawn: Region[]
  draw: (box: Rect) => void
  move: (at: number, box: Rect) => void
  remove: (at: number) => void
  children: ComponentChildren
}

/** Opaque boxes over a snapshot: drawn with the pointer, or made, moved and sized by keyboard. */
export function Boxes({ zoom, fixed, drawn, draw, move, remove, children }: BoxesProps) {
  const { t } = useText()
  const { area, drawing } = useDrag({
    at: ({ clientX, clientY }, { left, top }) => ({ x: (clientX - left) / zoom, y: (clientY - top) / zoom }),
    least: LEAST,
    draw,
  })
  const place = ({ x, y, width, height }: Rect) => ({
    left: `${x * zoom}px`,
    top: `${y * zoom}px`,
    width: `${width * zoom}px`,
    height: `${height * zoom}px`,
  })

  function onKey(event: KeyboardEvent, index: number, box: Rect) {
    const [x, y] =
      { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] }[
        event.key
      ] ?? []
    if (event.key === 'Delete' || event.key === 'Backspace') remove(index)
    else if (x === undefined || y === undefined) return
    else if (event.shiftKey) {
      move(index, { ...box, width: Math.max(LEAST, box.width + x), height: Math.max(LEAST, box.height + y) })
    } else move(index, { ...box, x: Math.max(0, box.x + x), y: Math.max(0, box.y + y) })
    event.preventDefault()
  }

  return (
    <>
      <button type="button" class="small" onClick={() => draw(FIRST)}>
        {t('compose.cover.add')}
      </button>
      <div class="boxes" {...area}>
        <div inert class="beneath">
          {children}
        </div>
        {fixed.map((box, index) => (
          <div class="box" style={place(box)} key={`fixed${index}`} />
        ))}
        {drawn.map(({ why, rects: [box = FIRST] }, index) => (
          <button
            type="button"
            class="box drawn"
            style={place(box)}
            key={`drawn${index}`}
            aria-label={t('compose.cover.box', { number: index + 1, why: t(`compose.cover.why.${why}`) })}
            title={t('compose.cover.keys')}
            onKeyDown={(event) => onKey(event, index, box)}
          />
        ))}
        {drawing && <div class="box drawing" style={place(drawing)} />}
      </div>
    </>
  )
}
