import { z } from 'zod'
import { OrganisationRules } from './assess/rules'
import { CaptureClass, Ground } from './grounds/ground'
import { parseJson } from './json'
import { MAX_PLACES, MAX_TEXT } from './limits'

/** Lower-case hexadecimal SHA-256. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** An instant, ISO 8601 in UTC with milliseconds. */
export const Instant = z.iso.datetime({ offset: true })

export const ItemKind = z.enum(['post', 'comment', 'video', 'story', 'message', 'channel', 'profile', 'page'])
export type ItemKind = z.infer<typeof ItemKind>

export const Media = z.object({
  kind: z.enum(['image', 'video', 'audio', 'file']),
  /** Absolute address at the best resolution that the page knows; null for `blob:` sources. */
  url: z.string().max(4000).nullable(),
  /** A video's still picture. */
  poster: z.string().max(4000).nullable(),
  /** The page's alternative text (often a machine's description). */
  alt: z.string().max(5000).nullable(),
})
export type Media = z.infer<typeof Media>

/**
 * One reported piece of content, as it was read on the page. A field that could not be read for certain is
 * null and named in `missing`; nothing is guessed.
 */
export const Item = z.object({
  /** The site's id (`mastodon`), or `web` on any other page. */
  platform: z.string().min(1).max(40),
  kind: ItemKind,
  /** Canonical address, rebuilt from the parsed identifiers; null until the reviewer gives it. */
  permalink: z.string().max(2000).nullable(),
  /** The platform's own id of the item, where it differs from what the permalink shows. */
  platformId: z.string().max(200).nullable(),
  author: z.object({
    name: z.string().max(500).nullable(),
    handle: z.string().max(300).nullable(),
    /** Canonical address of the author's page. */
    address: z.string().max(2000).nullable(),
  }),
  /** Only from a machine-readable source. */
  time: Instant.nullable(),
  /** The page's own words for the time ("3 h", "26 January"), where there is no instant. */
  timeText: z.string().max(200).nullable(),
  text: z.string().max(MAX_TEXT).nullable(),
  /** The page (or MAX_TEXT) shows only the beginning of the text. */
  truncated: z.boolean(),
  media: z.array(Media).max(100),
  language: z.string().max(35).nullable(),
  /** A reshared or quoted item lies inside; its own address where known. */
  quotes: z.string().max(2000).nullable(),
  repostedBy: z.string().max(500).nullable(),
  sponsored: z.boolean(),
  edited: z.boolean(),
  /** `limited`: shown to few; reporting it hands on what was said to few, and the form says so. */
  audience: z.enum(['public', 'limited']).nullable(),
  /** `full`: every field that this kind has was read; `partial`: permalink or more; `none`: nothing sure. */
  read: z.enum(['full', 'partial', 'none']),
  missing: z.array(z.string().max(40)).max(20),
  /** Fields that the reviewer mended by hand. */
  mended: z.array(z.string().max(40)).max(20),
})
export type Item = z.infer<typeof Item>

/**
 * A part of one of the item's media (its index there) that a ground is about: a region of a picture or a time of a
 * film, as a fragment of its address (W3C Media Fragments URI 1.0).
 */
export const Place = z.object({
  media: z.number().int().min(0).max(99),
  fragment: z
    .string()
    .max(60)
    .regex(
      /^(?:xywh=percent:\d{1,3}(?:\.\d)?(?:,\d{1,3}(?:\.\d)?){3}|t=\d{1,6}(?:\.\d)?(?:,\d{1,6}(?:\.\d)?)?)$/,
    ),
})
export type Place = z.infer<typeof Place>

/** The platform measure that the notice asks the platform to assess. Never an order. */
export const Measure = z.enum(['none', 'label', 'ageGate', 'restrict', 'remove'])
export type Measure = z.infer<typeof Measure>

/** One ground of one notice, with the reviewer's own words. */
export const GroundUse = z.object({
  /** A copy, so that the notice can be read when the catalogue has changed. */
  ground: Ground,
  explanation: z.object({
    /** Why the passage falls under the ground, in the reviewer's own words. */
    why: z.string().max(5000),
    /** The quoted words of the item that the ground is about; null where it is about media or all of it. */
    passage: z.string().max(5000).nullable(),
    /** Where in the item's media it is, if it is about a part of them. */
    places: z.array(Place).max(MAX_PLACES).optional(),
    /** What shows it: the item itself, context, an expert, a court. */
    basis: z.string().max(1000).nullable(),
  }),
  /** ISO codes, or `global` (policy only). */
  territory: z.array(z.string().max(6)).min(1).max(60),
  measure: Measure,
  /** For each of the ground's elements: has the reviewer found it? */
  elements: z.array(z.boolean()).max(12),
  /** Answers to the protected-expression questions, by question id. */
  answers: z.record(z.string().max(40), z.string().max(1000)),
})
export type GroundUse = z.infer<typeof GroundUse>

/** DSA Article 16(2)(d): the statement of bona fide belief, with the exact words that were agreed to. */
export const Declaration = z.object({
  version: z.number().int().min(1),
  language: z.string().max(35),
  text: z.string().min(1).max(2000),
  madeAt: Instant,
})
export type Declaration = z.infer<typeof Declaration>

export const EvidenceRef = z.object({
  sha256: Sha256,
  bytes: z.number().int().min(1),
  mediaType: z.string().max(100),
  captureClass: CaptureClass,
  capturedAt: Instant,
})
export type EvidenceRef = z.infer<typeof EvidenceRef>

/** What is sent: item + grounds with explanations + declaration + evidence (DSA Article 16). */
export const Notice = z.object({
  schema: z.literal('flagpost.notice/1'),
  /** UUIDv7; also the idempotency key of its delivery, from the commit to the end. */
  id: z.uuid(),
  createdAt: Instant,
  /** The organisation's account is known to the backend; the person appears only by this code. */
  reviewer: z.object({ code: z.string().min(1).max(60) }),
  /** False where a ground suppresses the notifier's identity towards the affected user. */
  discloseNotifier: z.boolean(),
  item: Item.extend({ permalink: z.string().min(1).max(2000) }),
  grounds: z.array(GroundUse).min(1).max(10),
  declaration: Declaration,
  evidence: EvidenceRef.nullable(),
  /** The organisation's own case number. */
  reference: z.string().max(100).nullable(),
  /** The notice that this one corrects. */
  corrects: z.uuid().nullable(),
  /** Why the reviewer goes on where due process asks for a reason, by the problem's code (`manyOnAuthor`). */
  reasons: z.record(z.string().max(40), z.string().max(1000)).optional(),
  tool: z.object({ name: z.literal('flagpost'), version: z.string().max(40), browser: z.string().max(200) }),
})
export type Notice = z.infer<typeof Notice>

/** The notice in a body as it was sent; null: it can't be read, another version wrote it. */
export const noticeIn = (body: string): Notice | null => Notice.safeParse(parseJson(body)).data ?? null

/**
 * Header of an upload that goes on (draft-ietf-httpbis-resumable-upload): on HEAD, how many bytes of the body are here;
 * on PUT, from which byte on this part is.
 */
export const UPLOAD_OFFSET = 'upload-offset'
/** `?0` on PUT: more of the body follows in another request. */
export const UPLOAD_COMPLETE = 'upload-complete'

/** Where a ledger ends: the last entry's number and hash. */
export const LedgerHead = z.object({ seq: z.number().int().min(1), hash: Sha256 })
export type LedgerHead = z.infer<typeof LedgerHead>

/** Other notices of the sender's organisation on the same item: how many, and when the first of them came. */
export const Noticed = z.object({ count: z.number().int().min(1), since: Instant })
export type Noticed = z.infer<typeof Noticed>

/** What the backend's receipt states (the payload of its JWS). */
export const ReceiptClaims = z.object({
  iss: z.string().max(500),
  /** The notice's id. */
  sub: z.uuid(),
  /** The backend's own id for the notice. */
  jti: z.string().min(1).max(200),
  /** Seconds since 1970. */
  iat: z.number().int(),
  /** SHA-256 of the request body as received, byte for byte. */
  body: Sha256,
  /** SHA-256 of each body of evidence that the backend holds for it. */
  evidence: z.array(Sha256).max(20),
  /** The head of the sender's ledger as it came with the notice: countersigned, so that a rewritten chain shows. */
  ledger: LedgerHead.optional(),
  /** Already noticed by the sender's organisation. Nothing is dropped for it: the desk sees them side by side. */
  noticed: Noticed.optional(),
})
export type ReceiptClaims = z.infer<typeof ReceiptClaims>

/** What is wrong or to be thought of at one field (JSON pointer) of a notice. */
export const Finding = z.object({
  pointer: z.string().max(300),
  detail: z.string().max(1000),
  /** Where it is a finding of due process: its code and figures, to be worded in the reader's language. */
  code: z.string().max(40).optional(),
  params: z.record(z.string().max(40), z.union([z.string().max(2000), z.number()])).optional(),
})
export type Finding = z.infer<typeof Finding>

/**
 * Answer of `POST /v1/notices`: the receipt as compact JWS (ES256), and what due process advises the sender, so that
 * whoever sends without the form is told the same.
 */
export const ReceiptAnswer = z.object({
  receipt: z.string().max(10_000),
  advice: z.array(Finding).max(50).optional(),
})

/** A receipt that was checked: signature, notice, digests. */
export type Receipt = {
  jws: string
  id: string
  at: string
  body: string
  issuer: string
  noticed?: Noticed | undefined
}

/**
 * The platform's decision with its statement of reasons: the fields of DSA Article 17(3), named as in the DSA
 * Transparency Database (version 2) where it has a name for them.
 */
export const Decision = z.object({
  id: z.string().max(200),
  decidedAt: Instant,
  outcome: z.enum([
    'removed',
    'restricted',
    'ageRestricted',
    'labelled',
    'demoted',
    'accountActed',
    'noAction',
  ]),
  /** 17(3)(a): where (ISO codes or `global`) and until when. */
  territory: z.array(z.string().max(6)).max(60),
  until: Instant.nullable(),
  /** 17(3)(b): facts and circumstances relied on. */
  facts: z.string().min(1).max(5000),
  /** 17(3)(c). */
  automatedDetection: z.boolean(),
  automatedDecision: z.enum(['fully', 'partially', 'not']),
  /** 17(3)(d)/(e): the ground relied on and why, or why none applies; one answer for each ground of the notice. */
  grounds: z
    .array(
      z.object({
        groundId: z.string().max(120),
        upheld: z.boolean(),
        explanation: z.string().max(5000),
      }),
    )
    .max(10),
  /** 17(3)(f): what can be done against it. */
  redress: z.string().max(2000),
  decidedBy: z.string().max(200),
})
export type Decision = z.infer<typeof Decision>

/** One line of the change feed. Unknown types are kept for later versions, not refused. */
export const Change = z.object({
  noticeId: z.uuid(),
  at: Instant,
  type: z.string().max(40),
  decision: Decision.optional(),
  note: z.string().max(5000).optional(),
  /** `approved`, `returned`: the second reviewer's account; `note` is the reason. */
  by: z.string().max(200).optional(),
  /** `timestamped`: the authority's answer (RFC 3161) over the notice's evidence, base64. */
  timestamp: z.base64().max(100_000).optional(),
})
export type Change = z.infer<typeof Change>

/** Answer of `GET /v1/changes?after=CURSOR`; the cursor is opaque. */
export const Changes = z.object({
  changes: z.array(Change).max(500),
  cursor: z.string().max(200),
  more: z.boolean(),
})
export type Changes = z.infer<typeof Changes>

/** One notice that waits for a second reviewer's word, as `GET /v1/reviews` gives it. */
export const PendingReview = z.object({
  id: z.uuid(),
  askedAt: Instant,
  author: z.object({ id: z.string().max(200), reviewerCode: z.string().max(60) }),
  /** The notice's JSON text, exactly as it will be sent. */
  body: z.string().max(4 * 1024 * 1024),
  /** What due process advised its author. */
  advice: z.array(Finding).max(50).optional(),
})
export type PendingReview = z.infer<typeof PendingReview>
/** The oldest first; `more`: others wait behind them. */
export const PendingReviews = z.object({ reviews: z.array(PendingReview).max(50), more: z.boolean() })
/** Body of `POST /v1/reviews/{id}/approve` and `/return`. */
export const Verdict = z.object({ reason: z.string().trim().min(1).max(2000) })

/** RFC 9457 problem answer; `errors` names the fields (JSON pointers) that are wrong. */
export const ProblemAnswer = z.object({
  type: z.string().max(500).optional(),
  title: z.string().max(500).optional(),
  status: z.number().int().optional(),
  detail: z.string().max(5000).optional(),
  errors: z.array(Finding).max(50).optional(),
})
export type ProblemAnswer = z.infer<typeof ProblemAnswer>

/** Answer of `GET /v1/account`: who this token is, and what the backend takes. */
export const AccountAnswer = z.object({
  id: z.string().max(200),
  name: z.string().max(300),
  reviewerCode: z.string().min(1).max(60),
  role: z.enum(['reviewer', 'approver', 'lead']),
  organisation: z.object({
    id: z.string().max(200),
    name: z.string().max(300),
    country: z.string().max(2).nullable(),
  }),
  backend: z.object({ name: z.string().max(200), version: z.string().max(40) }),
  maxEvidenceBytes: z.number().int().min(1),
  /** What the organisation asks of its reviewers; without it the defaults hold. */
  rules: OrganisationRules.optional(),
  /** The raw Ed25519 key (base64url) that packs of site rules of this backend are signed with. */
  siteKey: z
    .string()
    .regex(/^[\w-]{43}$/)
    .optional(),
})
export type AccountAnswer = z.infer<typeof AccountAnswer>

/** Answer of `POST /v1/enrolments/{code}`: a token, given once. */
export const EnrolmentAnswer = z.object({
  // It goes into a header: nothing but what may stand there.
  token: z
    .string()
    .min(20)
    .max(500)
    .regex(/^[\x21-\x7e]+$/),
  account: AccountAnswer,
})
