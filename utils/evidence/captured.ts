import { z } from 'zod'
import { Instant, Item } from '../notice'
import { MAX_HTML } from './markup'
import { Region } from './redaction'

const Finite = z.number().refine(Number.isFinite)

/** What `capture.js` answers from the page, parsed by the background: the page is not believed. */
export const CapturedSchema = z.object({
  item: Item,
  /** Which alternative of the site's rules gave each field (`time.0`, `text.none`): counted here, never sent. */
  used: z
    .array(z.string().regex(/^[a-zA-Z]{1,30}\.(?:\d{1,3}|none)$/))
    .max(60)
    .optional(),
  /** Words of the item that the reviewer had selected in the page; '' for none. */
  selection: z.string().max(5000),
  snapshot: z.object({
    /**
     * Self-contained markup of the one item; nothing in it loads or runs. A picture stands in it as
     * `flagpost-media:N:`, N counting `media`.
     */
    html: z.string().max(MAX_HTML * 2),
    truncated: z.boolean(),
    /** The page changed the item while it was read. */
    changed: z.boolean(),
    /** What the snapshot names, for the background to fetch; `missing`: the page could not give it. */
    media: z
      .array(
        z.object({
          url: z.string().max(4000),
          kind: z.enum(['image', 'video', 'font', 'canvas']),
          missing: z.enum(['tainted', 'tooLarge']).optional(),
        }),
      )
      .max(200),
    /** What may be covered: people who are not the author, counts of others. */
    suggested: z.array(Region).max(300),
  }),
  page: z.object({
    address: z.string().max(4000),
    title: z.string().max(2000),
    language: z.string().max(100).nullable(),
    direction: z.enum(['ltr', 'rtl']),
    colourScheme: z.enum(['light', 'dark']),
    timeZone: z.string().max(100),
    viewport: z.object({ width: Finite, height: Finite }),
    scroll: z.object({ x: Finite, y: Finite }),
    devicePixelRatio: Finite,
    /** Where the item stood in the viewport, CSS pixels. */
    rect: z.object({ x: Finite, y: Finite, width: Finite, height: Finite }),
    capturedAt: Instant,
    /** Was somebody logged in, by the page's own look? Never as whom. Null: not known. */
    signedIn: z.boolean().nullable().default(null),
  }),
  /** How it was chosen: what the background asked for, never what the page says. */
  chosen: z.string().max(20).nullable().default(null),
})
export type Captured = z.infer<typeof CapturedSchema>
/** What the page's script answers: the background adds what it knows itself. */
export type CaptureAnswer = z.input<typeof CapturedSchema>
