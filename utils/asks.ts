import { z } from 'zod'
import { CapturedSchema } from './evidence/captured'
import { Redaction } from './evidence/redaction'
import { MAX_PLACES } from './limits'
import type { Ask, MessageType } from './messages'
import { Decision, Measure, Place, Sha256 } from './notice'

/** Longest text that a form field takes; the item's text has its own limit. */
const Text = z.string().max(100_000)
const Id = z.uuid()
const Nonce = z.uuid()
const Permalink = z.string().max(2000)
/** A signed pack as a file; what is longer is none. */
const PackText = z.string().max(8_000_000)
const Passphrase = z.string().max(1000)
const Nothing = z.object({})

export const FormGroundSchema = z.object({
  groundId: z.string().max(120),
  why: z.string().max(5000),
  passage: z.string().max(5000),
  places: z.array(Place).max(MAX_PLACES).optional(),
  basis: z.string().max(1000),
  territory: z.array(z.string().max(6)).max(60),
  measure: Measure,
  elements: z.array(z.boolean()).max(12),
  answers: z.record(z.string().max(40), z.string().max(1000)),
})

export const FormSchema = z.object({
  item: z
    .object({
      permalink: Permalink,
      authorName: Text,
      authorHandle: Text,
      time: z.string().max(60),
      text: Text,
    })
    .partial(),
  grounds: z.array(FormGroundSchema).max(10),
  goodFaith: z.boolean(),
  reference: z.string().max(100),
  reasons: z.record(z.string().max(40), z.string().max(1000)).optional(),
})

/** What each message carries, parsed once where it comes in. Types must agree with `Protocol`. */
const ASKS = {
  'site.hello': Nothing,
  'page.press': z.object({ nonce: Nonce, permalink: Permalink.nullable() }),
  'page.marks': z.object({ permalinks: z.array(Permalink).max(50) }),
  'page.looked': z.object({
    items: z.number().int().min(0).max(1_000_000),
    strays: z.number().int().min(0).max(1_000_000),
  }),
  'page.link': z.object({ href: Permalink }),
  'page.picked': Nothing,
  'form.hello': Nothing,
  'draft.open': z.object({ nonce: Nonce }),
  'draft.check': z.object({ draftId: Id, form: FormSchema }),
  'draft.save': z.object({ draftId: Id, form: FormSchema }),
  'draft.preview': z.object({ draftId: Id, form: FormSchema }),
  'draft.evidence': z.object({ draftId: Id }),
  'draft.layers': z.object({ draftId: Id }),
  'draft.pictures': z.object({ draftId: Id }),
  'draft.cover': z.object({ draftId: Id, redaction: Redaction }),
  'draft.context': z.object({
    draftId: Id,
    window: z.boolean(),
    page: z
      .union([
        z.object({ base64: z.string().max(36_000_000) }),
        z.object({ missing: z.string().max(60) }),
        z.literal('keep'),
      ])
      .nullable(),
  }),
  'draft.submit': z.object({ draftId: Id, form: FormSchema }),
  'draft.discard': z.object({ draftId: Id }),
  'notice.undo': z.object({ noticeId: Id }),
  'form.close': z.object({ nonce: Nonce }),
  'form.window': z.object({ nonce: Nonce }),
  'form.look': z.object({ nonce: Nonce }),
  'form.taken': z.object({ draftId: Id }),
  'grounds.search': z.object({
    query: z.string().max(200),
    platform: z.string().max(40),
    address: z.string().max(4000).nullish(),
    limit: z.number().int().min(1).max(100),
  }),
  'page.report': z.object({ tabId: z.number().int() }),
  'page.pick': z.object({ tabId: z.number().int() }),
  'page.fixture': z.object({ tabId: z.number().int() }),
  'notice.retry': z.object({ noticeId: Id }),
  'notice.withdraw': z.object({ noticeId: Id, reason: z.string().min(1).max(2000) }),
  'notice.answer': z.object({ noticeId: Id, accept: z.boolean() }),
  'notice.hold': z.object({ noticeId: Id, reason: z.string().trim().min(1).max(500).nullable() }),
  'notice.edit': z.object({ noticeId: Id }),
  'draft.resume': z.object({ draftId: Id }),
  'notice.resolve': z.object({ noticeId: Id, arrived: z.boolean() }),
  'outbox.drain': Nothing,
  'outbox.pause': z.object({ paused: z.boolean() }),
  'connection.list': Nothing,
  'connection.enrol': z.object({ link: z.string().max(2000) }),
  'connection.add': z.object({ address: z.string().max(2000), token: z.string().max(500) }),
  'connection.test': z.object({ connectionId: z.string().max(60) }),
  'connection.remove': z.object({ connectionId: z.string().max(60) }),
  'connection.prefer': z.object({ connectionId: z.string().max(60) }),
  'connection.keys': z.object({ connectionId: z.string().max(60) }),
  'site.list': Nothing,
  'site.sync': Nothing,
  'site.degraded': z.object({ address: z.string().max(4000) }),
  'site.counts': Nothing,
  'site.add': z.object({ host: z.string().max(253) }),
  'site.rules': z.object({ host: z.string().max(253) }),
  'rules.state': Nothing,
  'rules.preview': z.object({ text: PackText }),
  'rules.import': z.object({ text: PackText }),
  'rules.drop': Nothing,
  'rules.shipped': z.object({ only: z.boolean() }),
  'grounds.packs': Nothing,
  'grounds.preview': z.object({ text: PackText }),
  'grounds.import': z.object({ text: PackText }),
  'grounds.remove': z.object({ packId: z.string().max(60) }),
  'review.list': Nothing,
  'review.settle': z.object({
    connectionId: z.string().max(60),
    noticeId: Id,
    approve: z.boolean(),
    reason: z.string().trim().min(1).max(2000),
  }),
  'review.evidence': z.object({
    connectionId: z.string().max(60),
    sha256: Sha256,
    at: z.number().int().min(0),
  }),
  'vault.state': Nothing,
  'vault.protect': z.object({ passphrase: Passphrase.nullable() }),
  'vault.unlock': z.object({ passphrase: Passphrase }),
  'vault.lock': Nothing,
  'vault.forget': Nothing,
  'local.wipe': Nothing,
  'practice.press': z.object({ captured: CapturedSchema }),
  'practice.list': Nothing,
  'practice.decide': z.object({ id: Id, decision: Decision }),
} satisfies { [T in MessageType]: z.ZodType<Ask<T>> }

/** The message as its type's fields, or null: unknown type or wrong shape. */
export function parseAsk<T extends MessageType>(type: T, message: unknown): Ask<T> | null {
  const parsed = ASKS[type].safeParse(message)
  return parsed.success ? (parsed.data as Ask<T>) : null
}

/** Is this one of ours? */
export function isMessageType(type: unknown): type is MessageType {
  return typeof type === 'string' && Object.hasOwn(ASKS, type)
}

/** Who may ask what: the trust boundaries of the design. */
const FROM: { [T in MessageType]: 'page' | 'form' | 'own' } = {
  'site.hello': 'page',
  'page.looked': 'page',
  'page.link': 'page',
  'page.picked': 'page',
  'page.press': 'page',
  'page.marks': 'page',
  'form.hello': 'form',
  'draft.open': 'form',
  'draft.check': 'form',
  'draft.save': 'form',
  'draft.preview': 'form',
  'draft.evidence': 'form',
  'draft.layers': 'form',
  'draft.pictures': 'form',
  'draft.cover': 'form',
  'draft.context': 'form',
  'draft.submit': 'form',
  'draft.discard': 'form',
  'notice.undo': 'form',
  'form.close': 'form',
  'form.window': 'form',
  'form.look': 'form',
  'form.taken': 'form',
  'grounds.search': 'form',
  'page.report': 'own',
  'page.pick': 'own',
  'page.fixture': 'own',
  'notice.retry': 'own',
  'notice.withdraw': 'own',
  'notice.answer': 'own',
  'notice.hold': 'own',
  'notice.edit': 'own',
  'draft.resume': 'own',
  'notice.resolve': 'own',
  'outbox.drain': 'own',
  'outbox.pause': 'own',
  'connection.list': 'own',
  'connection.enrol': 'own',
  'connection.add': 'own',
  'connection.test': 'own',
  'connection.remove': 'own',
  'connection.prefer': 'own',
  'connection.keys': 'own',
  'site.list': 'own',
  'site.sync': 'own',
  'site.degraded': 'own',
  'site.counts': 'own',
  'site.add': 'own',
  'site.rules': 'own',
  'rules.state': 'own',
  'rules.preview': 'own',
  'rules.import': 'own',
  'rules.drop': 'own',
  'rules.shipped': 'own',
  'grounds.packs': 'own',
  'grounds.preview': 'own',
  'grounds.import': 'own',
  'grounds.remove': 'own',
  'review.list': 'own',
  'review.settle': 'own',
  'review.evidence': 'own',
  'vault.state': 'own',
  'vault.protect': 'own',
  'vault.unlock': 'own',
  'vault.lock': 'own',
  'vault.forget': 'own',
  'local.wipe': 'own',
  'practice.press': 'own',
  'practice.list': 'own',
  'practice.decide': 'own',
}

/** The sender's fields that count, as the browser gives them. */
export type Sender = { id?: string; url?: string; frameId?: number; tab?: { id?: number } }

/**
 * Who sent it: `page` a content script in a web page, `form` our compose document in a frame of a web page, `own` a
 * page of ours that is no frame of another's; null: nobody we answer. `origin` is the extension's own.
 */
export function senderKind(sender: Sender, id: string, origin: string): 'page' | 'form' | 'own' | null {
  if (sender.id !== id || !sender.url) return null
  const url = URL.canParse(sender.url) ? new URL(sender.url) : null
  if (!url) return null
  if (`${url.protocol}//${url.host}` !== origin) {
    return sender.tab && (url.protocol === 'https:' || url.protocol === 'http:') ? 'page' : null
  }
  const framed = sender.tab !== undefined && sender.frameId !== 0
  if (!framed) return 'own'
  return url.pathname === '/compose.html' ? 'form' : null
}

/** May this sender ask this? An own page may do all that the form may. */
export function mayAsk(kind: 'page' | 'form' | 'own', type: MessageType): boolean {
  return FROM[type] === kind || (kind === 'own' && FROM[type] === 'form')
}
