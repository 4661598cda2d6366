import { getter } from '../sites/dom'
import { nameOf } from '../sites/domRead'
import type { Named } from './writer'

/** More pixels than a picture of evidence needs. */
const MAX_PIXELS = 16_000_000
/** Up to here the browser makes the PNG while we wait; above, a JPEG, which is several times quicker. */
const QUICK = 600_000

const readyOf = getter<number>(HTMLMediaElement.prototype, 'readyState')
const videoWidth = getter<number>(HTMLVideoElement.prototype, 'videoWidth')
const videoHeight = getter<number>(HTMLVideoElement.prototype, 'videoHeight')
const canvasWidth = getter<number>(HTMLCanvasElement.prototype, 'width')
const canvasHeight = getter<number>(HTMLCanvasElement.prototype, 'height')

/** Does a video show one of its frames? */
export const hasFrame = (video: Element): boolean => readyOf(video) >= 2 && videoWidth(video) > 0

/**
 * What a canvas or a video shows at this moment, as a `data:` picture no larger than it is shown; or why the page
 * does not give it (a picture of another origin was drawn into it).
 */
export function pixelsOf(
  node: Element,
  shown: { width: number; height: number },
): string | Named['missing'] | null {
  const video = nameOf(node) === 'video'
  const own = video
    ? { width: videoWidth(node), height: videoHeight(node) }
    : { width: canvasWidth(node), height: canvasHeight(node) }
  if (own.width === 0 || own.height === 0) return null
  if (own.width * own.height > MAX_PIXELS) return 'tooLarge'
  // Never larger than it is shown, but for fine screens twice as fine.
  const scale = Math.min(1, Math.max((shown.width * 2) / own.width, (shown.height * 2) / own.height) || 1)
  try {
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(own.width * scale))
    canvas.height = Math.max(1, Math.round(own.height * scale))
    canvas.getContext('2d')?.drawImage(node as HTMLCanvasElement, 0, 0, canvas.width, canvas.height)
    const quick = canvas.width * canvas.height <= QUICK && !video
    return canvas.toDataURL(quick ? 'image/png' : 'image/jpeg', 0.92)
  } catch {
    return 'tainted'
  }
}
