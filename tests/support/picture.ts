import { deflateSync } from 'node:zlib'

/** CRC-32 as PNG wants it. */
function crc(bytes: Buffer): number {
  let value = ~0
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0)
  }
  return ~value >>> 0
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc(body), body.length + 4)
  return out
}

/**
 * A quiet landscape as PNG that stands for a picture of a saved page: its colours follow from `seed` (its address),
 * so the same address always gives the same bytes.
 */
export function picture(seed: string, width = 640, height = 400): Buffer {
  let hash = 2166136261
  for (const letter of seed) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619) >>> 0
  const hue = hash % 360
  const colour = (lightness: number, turn: number) => {
    const angle = ((hue + turn) * Math.PI) / 180
    return [0, 2, 4].map((part) => Math.round(255 * lightness * (0.8 + 0.2 * Math.cos(angle + part))))
  }
  const [sky, far, near] = [colour(0.86, 0), colour(0.62, 40), colour(0.4, 70)] as const
  const rows = Buffer.alloc(height * (width * 3 + 1))
  for (let y = 0, at = 0; y < height; y++) {
    at++
    for (let x = 0; x < width; x++) {
      const hill = height * (0.62 + 0.08 * Math.sin((x / width) * 5 + (hash % 7)))
      const field = height * (0.8 + 0.05 * Math.sin((x / width) * 9 + (hash % 11)))
      const pixel = y > field ? near : y > hill ? far : sky
      for (const value of pixel) rows[at++] = value
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
