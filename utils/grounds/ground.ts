import { z } from 'zod'

/** ISO calendar day, `2026-11-24`. */
const Day = z.iso.date()

/** The DSA Transparency Database's taxonomy, version 2: one category, any of its keywords. */
export const DsaClass = z.object({
  category: z.string().regex(/^[A-Z_]{3,80}$/),
  keywords: z.array(z.string().regex(/^[A-Z_]{3,80}$/)).max(20),
})

/**
 * What a ground allows to be captured. `url`: possession of a copy is itself an offence, so nothing but the
 * address may be kept; `text`: no picture, no video; `full`: all.
 */
export const CaptureClass = z.enum(['full', 'text', 'url'])
export type CaptureClass = z.infer<typeof CaptureClass>

/** A text in several languages, keyed by BCP 47 tag; `own` names the tag of the official wording. */
export const Titles = z.record(
  z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  z.string().min(1).max(400),
)
export type Titles = z.infer<typeof Titles>

/**
 * One reason for which an item can be reported: a platform's named rule or a provision of a law.
 * A notice stores a copy of it, never a reference, so that it can be read when the catalogue has changed.
 */
export const Ground = z.object({
  /** Immutable, never reused: `de.stgb.130`, `meta.violence-incitement`. */
  id: z
    .string()
    .regex(/^[a-z0-9]+(\.[a-z0-9-]+)+$/)
    .max(120),
  kind: z.enum(['policy', 'law']),
  /** Law only: ISO 3166-1 alpha-2, or `EU`. */
  jurisdiction: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  /** Policy only: the platform's owner of the rules, as `Site.policies` names it; a server's host name for its own. */
  platform: z.string().max(253).optional(),
  instrument: z.string().min(1).max(300),
  provision: z.string().min(1).max(200),
  /** The official title, in the instrument's own language. */
  title: z.string().min(1).max(400),
  titles: Titles,
  /** BCP 47 tag of `title`: the language of the official wording. */
  language: z.string().max(35).optional(),
  parentId: z.string().max(120).optional(),
  sourceUrl: z.string().max(500),
  /** Where number and title were read, if not at `sourceUrl`. */
  readIn: z.string().max(500).optional(),
  checkedOn: Day,
  /** S: read in the cited source; N: number read, title from general knowledge; K: general knowledge. */
  confidence: z.enum(['S', 'N', 'K']),
  validFrom: Day.optional(),
  validTo: Day.optional(),
  /** Policy only: the dated text that is cited (Open Terms Archive). */
  policyVersion: z
    .object({ archive: z.string(), path: z.string(), commit: z.string(), date: Day })
    .optional(),
  dsa: DsaClass,
  /** The words of other backends for this reason. */
  map: z.object({
    ozone: z.string().optional(),
    mastodon: z.string().optional(),
    xarf: z.array(z.string()).optional(),
    /** The rule's id on its own server (`rule_ids` of Mastodon's and Pleroma's reports). */
    rule: z.string().max(100).optional(),
  }),
  /** What has to be true, in plain words: a check list. */
  elements: z.array(Titles).max(12),
  /** Exceptions that the reviewer has to think of. */
  defences: z.array(Titles).max(12),
  /** `high`: punishes expression itself and is known for over-broad use; `context`: legality depends on context. */
  speech: z.enum(['none', 'context', 'high']),
  capture: CaptureClass,
  notifierIdentity: z.enum(['required', 'optional', 'suppress']),
  secondReviewer: z.boolean(),
  /** A threshold test to be answered besides the protected-expression questions: the six parts of the Rabat Plan of Action. */
  test: z.literal('rabat').optional(),
  scope: z.enum(['item', 'account']),
  retentionDays: z.number().int().min(0).max(3650),
  /** Hours that the platform has by law, where the provision names a deadline. */
  deadlineHours: z.number().int().min(1).optional(),
})
export type Ground = z.infer<typeof Ground>

/** A file of grounds with one maker: shipped with the extension or signed by an organisation. */
export const Pack = z.object({
  id: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .max(60),
  version: z.number().int().min(1),
  title: Titles,
  grounds: z.array(Ground).max(2000),
})
export type Pack = z.infer<typeof Pack>
