import { sha256 } from '../ledger/entry'
import type { CoverPicture } from './redact'

/** Draws black boxes over a picture, in the background. What was under them is not in the new picture. */
export const coverPicture: CoverPicture = async ({ bytes, type }, boxes) => {
  const bitmap = await createImageBitmap(new Blob([bytes], { type }))
  const { width, height } = bitmap
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.drawImage(bitmap, 0, 0)
  bitmap.close()
  context.fillStyle = '#000'
  for (const box of boxes) {
    const [left, top] = [Math.floor(box.x * width), Math.floor(box.y * height)]
    context.fillRect(
      left,
      top,
      Math.ceil((box.x + box.width) * width) - left,
      Math.ceil((box.y + box.height) * height) - top,
    )
  }
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.92 })
  const covered = new Uint8Array(await blob.arrayBuffer())
  return { bytes: covered, type: blob.type, sha256: await sha256(covered) }
}
