import type { Item } from '../notice'

/** What `capture.js` answers from the page: plain JSON, parsed with zod by the background. */
export type Captured = {
  item: Item
  snapshot: {
    /** Self-contained markup of the one item; nothing in it loads or runs. Pictures by `data-` reference to `media`. */
    html: string
    text: string
    truncated: boolean
    /** Addresses of pictures and videos that the snapshot names, for the background to fetch. */
    media: { url: string; kind: 'image' | 'video' }[]
  }
  page: {
    address: string
    title: string
    language: string | null
    direction: 'ltr' | 'rtl'
    colourScheme: 'light' | 'dark'
    timeZone: string
    viewport: { width: number; height: number }
    scroll: { x: number; y: number }
    devicePixelRatio: number
    /** Where the item stood in the viewport, CSS pixels. */
    rect: { x: number; y: number; width: number; height: number }
    capturedAt: string
  }
}
