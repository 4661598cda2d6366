import { getter } from '../sites/dom'
import { nameOf } from '../sites/domRead'
import type { Named } from './writer'

/** More pixels than a picture of evidence needs. */
const MAX_PIXELS = 16_000_000
/** Up to here a canvas is kept exactly; above, and what a video shows, as nearly as one sees. */
const EXACT = 600_000
/** Longest side of a WebP. */
const MAX_SIDE = 16_383

const readyOf = getter<number>(HTMLMediaElement.prototype, 'readyState')
const videoWidth = getter<number>(HTMLVideoElement.prototype, 'videoWidth')
const videoHeight = getter<number>(HTMLVideoElement.prototype, 'videoHeight')
const canvasWidth = getter<number>(HTMLCanvasElement.prototype, 'width')
const canvasHeight = getter<number>(HTMLCanvasElement.prototype, 'height')

/** Does a video show one of its frames? */
export const hasFrame = (video: Element): boolean => readyOf(video) >= 2 && videoWidth(video) > 0

/**
 * What a canvas or a video shows at this moment, as a `data:` picture no larger than it is shown (null: it could not
 * be made); or why the page does not give it (`tainted`: a picture of another origin was drawn into it).
 */
export function pixelsOf(
  node: Element,
  shown: { width: number; height: number },
): Promise<string | null> | Named['missing'] | null {
  const video = nameOf(node) === 'video'
  const own = video
    ? { width: videoWidth(node), height: videoHeight(node) }
    : { width: canvasWidth(node), height: canvasHeight(node) }
  if (own.width === 0 || own.height === 0) return null
  if (own.width * own.height > MAX_PIXELS) return 'tooLarge'
  // Never larger than it is shown, but for fine screens twice as fine.
  const scale = Math.min(1, Math.max((shown.width * 2) / own.width, (shown.height * 2) / own.height) || 1)
  const width = Math.max(1, Math.round(own.width * scale))
  const height = Math.max(1, Math.round(own.height * scale))
  try {
    const exact = !video && width * height <= EXACT
    if (!video && scale === 1) return encoded(node as HTMLCanvasElement, exact)
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width, height })
    canvas.getContext('2d')?.drawImage(node as HTMLVideoElement, 0, 0, width, height)
    return encoded(canvas, exact)
  } catch {
    return 'tainted'
  }
}

/**
 * A canvas as a picture of this moment. Chromium makes a WebP beside the page's main thread; for PNG and JPEG it
 * waits until that one is idle, which on a busy page it is not for seconds. A copy would be drawn on the main thread.
 * @throws DOMException at once: it is tainted.
 */
function encoded(canvas: HTMLCanvasElement, exact: boolean): Promise<string | null> {
  const type = Math.max(canvasWidth(canvas), canvasHeight(canvas)) > MAX_SIDE ? 'image/png' : 'image/webp'
  let made: BlobCallback = () => {}
  const blob = new Promise<Blob | null>((done) => {
    made = done
  })
  HTMLCanvasElement.prototype.toBlob.call(canvas, made, type, exact ? 1 : 0.92)
  return blob.then((blob) => blob && addressOf(blob))
}

/** A picture as `data:`. */
function addressOf(blob: Blob): Promise<string | null> {
  return new Promise((done) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result))
    reader.onerror = () => done(null)
    reader.readAsDataURL(blob)
  })
}
