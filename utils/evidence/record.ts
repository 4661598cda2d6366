import { z } from 'zod'
import { CaptureClass } from '../grounds/ground'
import { Instant, Item, Sha256 } from '../notice'
import { CapturedSchema } from './captured'
import { ContextRecord, UNASKED } from './page-context'
import { Redacted } from './redaction'

/** One medium of the item: what was fetched, or why not. */
export const MediaRecord = z.object({
  url: z.string().max(4000),
  kind: z.enum(['image', 'video', 'font', 'canvas']),
  /** Null where it could not be had; `missing` says why. */
  sha256: Sha256.nullable(),
  type: z.string().max(100).nullable(),
  bytes: z.number().int().min(0),
  fetchedAt: Instant.nullable(),
  missing: z
    .enum([
      'notAllowed',
      'failed',
      'gone',
      'tooSlow',
      'tooLarge',
      'wrongType',
      'tainted',
      'captureClass',
      'tooMany',
      'redacted',
    ])
    .nullable(),
})
export type MediaRecord = z.infer<typeof MediaRecord>

/** How far a backend's clock was ahead of the browser's, milliseconds, and when that was heard, by the browser's. */
export const Clock = z.object({ aheadMs: z.number().int(), heardAt: Instant })
export type Clock = z.infer<typeof Clock>

/** What is known of one capture: everything but the content itself. It is part of the bundle, under its hashes. */
export const CaptureRecord = z.object({
  version: z.literal(1),
  captureClass: CaptureClass,
  /** As it was read; nothing that the reviewer mended later. */
  item: Item,
  page: CapturedSchema.shape.page,
  tool: z.object({
    name: z.literal('flagpost'),
    version: z.string().max(40),
    browser: z.string().max(200),
    site: z.string().max(60).nullable(),
    siteVersion: z.number().int().nullable(),
  }),
  /** How it was chosen: its own action, the page, a link, a medium, words that were selected; null: not known. */
  chosen: z.string().max(20).nullable().default(null),
  /** How far the backend's clock was ahead of the browser's, by whose times all else is; null: not heard of. */
  clock: Clock.nullable().default(null),
  /** Who captured: the reviewer's code. */
  reviewer: z.string().max(60),
  sealedAt: Instant,
  truncated: z.boolean(),
  /** The page changed the item while it was read. */
  changed: z.boolean().default(false),
  /** How many things were covered, and why; nothing of what they were. */
  redacted: Redacted.nullable().default(null),
  media: z.array(MediaRecord).max(200),
  /** The cut that the screenshot shows, CSS pixels of the viewport; why there is none. */
  screenshot: z.union([
    z.object({ sha256: Sha256, type: z.string().max(100), scale: z.number(), cut: z.boolean() }),
    z.object({ missing: z.string().max(60) }),
  ]),
  /** The page around the item, where the reviewer asked for it. */
  context: ContextRecord.default(UNASKED),
})
export type CaptureRecord = z.infer<typeof CaptureRecord>
