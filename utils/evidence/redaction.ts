import { z } from 'zod'

/**
 * Why something is covered: a person who is not the author (`person`, their `picture`), a name in the text itself
 * (`mention`), a count of others (`counter`), a `face` in a picture, anything `other`.
 */
export const COVER_REASONS = ['person', 'picture', 'mention', 'counter', 'face', 'other'] as const
export type CoverReason = (typeof COVER_REASONS)[number]

/** What is covered unless the reviewer wants to show it: people who have nothing to do with the notice. */
export const COVERED_AT_FIRST: readonly CoverReason[] = ['person', 'picture']

const Finite = z.number().refine(Number.isFinite)
export const Rect = z.object({ x: Finite, y: Finite, width: Finite.min(0), height: Finite.min(0) })
export type Rect = z.infer<typeof Rect>

/** How-many-th tag or text of the snapshot's body. */
const Place = z.number().int().min(0).max(1_000_000)

/**
 * One thing that is covered, in every layer: what of the markup (`cuts`: a tag with all in it, or some characters of
 * a text), what of the pictures in it (`parts`, as fractions of the picture), and where it is seen (`rects`, CSS
 * pixels from the item's corner).
 */
export const Region = z.object({
  why: z.enum(COVER_REASONS),
  rects: z.array(Rect).max(200),
  cuts: z.array(z.object({ at: Place, from: Place.optional(), to: Place.optional() })).max(2000),
  parts: z
    .array(z.object({ at: Place, box: Rect }))
    .max(50)
    .optional(),
})
export type Region = z.infer<typeof Region>

/** Everything that is covered. With a salt (hex) the record commits to each name without telling it. */
export const Redaction = z.object({
  regions: z.array(Region).max(300),
  salt: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
})
export type Redaction = z.infer<typeof Redaction>

/** What the capture record says of it: how many and why, not what. */
export const Redacted = z.object({
  regions: z.array(z.object({ why: z.enum(COVER_REASONS), count: z.number().int().min(1) })),
  /** HMAC-SHA-256 of each covered name under a salt that only the reviewer has. */
  commitments: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(1000),
})
export type Redacted = z.infer<typeof Redacted>

/** What is covered before the reviewer has looked. */
export const firstRedaction = (suggested: readonly Region[]): Redaction => ({
  regions: suggested.filter(({ why }) => COVERED_AT_FIRST.includes(why)),
  salt: null,
})
