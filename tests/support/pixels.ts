import type { Page } from 'playwright-core'

export type Box = { x: number; y: number; width: number; height: number }

/**
 * How many of the pixels of each box differ between two pictures (PNG), in percent. A pixel counts where no pixel one
 * up or down or at its place in the other picture is like it: text at a fraction of a pixel is drawn a little otherwise.
 * @param boxes the same part of both pictures: where it stands in the first, and in the second.
 */
export async function changedPixels(
  page: Page,
  one: Buffer,
  other: Buffer,
  boxes: [Box, Box][],
): Promise<number[]> {
  return page.evaluate(
    async ({ one, other, boxes }) => {
      const NEAR = 24
      const [a, b] = await Promise.all(
        [one, other].map(async (data) => {
          const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0))
          const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
          const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
          const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D
          context.drawImage(bitmap, 0, 0)
          return context.getImageData(0, 0, bitmap.width, bitmap.height)
        }),
      )
      if (!a || !b) return []
      return boxes.map(([from, to]) => {
        const [left, top, otherLeft, otherTop] = [from.x, from.y, to.x, to.y].map(Math.round) as [
          number,
          number,
          number,
          number,
        ]
        const [width, height] = [Math.round(from.width), Math.round(from.height)]
        let changed = 0
        for (let y = 0; y < height; y++)
          for (let x = 0; x < width; x++) {
            const p = ((top + y) * a.width + left + x) * 4
            let like = false
            for (const shift of [0, 1, -1]) {
              const q = ((otherTop + y + shift) * b.width + otherLeft + x) * 4
              const far = Math.max(
                ...[0, 1, 2].map((i) => Math.abs((a.data[p + i] ?? 0) - (b.data[q + i] ?? 0))),
              )
              if (far <= NEAR) like = true
            }
            if (!like) changed++
          }
        return (changed / (width * height)) * 100
      })
    },
    { one: one.toString('base64'), other: other.toString('base64'), boxes },
  )
}
