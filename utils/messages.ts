import type { Captured } from './evidence/captured'
import type { Rect, Redaction, Region } from './evidence/redaction'
import type { Locale } from './i18n/catalogue'
import type { Mark } from './mark'
import type { AccountAnswer, Decision, Item, Measure, Notice, PendingReview, Place } from './notice'
import type { NoticeRow } from './outbox/row'
import type { Problem } from './problem'
import type { FindRules } from './sites/site'

/** Name of the port on which the background answers as it answers messages. */
export const LINE = 'asks'

/**
 * What the reviewer has typed so far. Lives in the draft, is saved at every change, and becomes the notice.
 * `item` holds only the fields mended by hand.
 */
export type Form = {
  item: Partial<{ permalink: string; authorName: string; authorHandle: string; time: string; text: string }>
  grounds: FormGround[]
  goodFaith: boolean
  reference: string
  /** Why the reviewer goes on where due process asks for a reason: by the problem's code, field `reasons.CODE`. */
  reasons?: Record<string, string>
}

export type FormGround = {
  groundId: string
  why: string
  passage: string
  /** Parts of the item's media that it is about. */
  places?: Place[] | undefined
  basis: string
  territory: string[]
  measure: Measure
  elements: boolean[]
  answers: Record<string, string>
}

/** A ground as the picker lists it, in the interface's language. */
export type GroundHit = {
  id: string
  kind: 'policy' | 'law'
  title: string
  officialTitle: string
  instrument: string
  provision: string
  jurisdiction: string | null
  platform: string | null
  elements: string[]
  defences: string[]
  speech: 'none' | 'context' | 'high'
  capture: 'full' | 'text' | 'url'
  secondReviewer: boolean
  confidence: 'S' | 'N' | 'K'
  checkedOn: string
  sourceUrl: string
  /** Where number and title were read, if not at `sourceUrl`. */
  readIn: string | null
  territory: string[]
  /** Protected-expression questions to be answered in `FormGround.answers`, by id, in the interface's language. */
  questions: GroundQuestion[]
  /** Measures that are in proportion to this ground; the first is the mildest that fits. */
  measures: Measure[]
  /** Where such material is reported besides the platform; only for what is reported by address alone. */
  hotline: { name: string; address: string } | null
}

/** Answered `yes`/`no`, `low`/`medium`/`high`, or in own words; see `utils/grounds/questions.ts`. */
export type GroundQuestion = {
  id: string
  kind: 'yesNo' | 'level' | 'text'
  text: string
  help: string
  /** The answer that speaks for the author. */
  protects: 'yes' | 'low' | null
  /** Asked only after the protecting answer to one of these questions; absent: always asked. */
  after?: string[]
}

/** What due process says of a notice: why it may not go, why a second reviewer decides, what to think of. */
export type Assessment = { blocked: Problem[]; secondReviewer: Problem[]; warnings: Problem[] }

/** The notice that the form stands for, before it has an id and its times; nothing is missing that would be sent. */
export type Preview = Omit<Notice, 'id' | 'createdAt' | 'item' | 'declaration'> & {
  item: Item
  declaration: Omit<Notice['declaration'], 'madeAt'>
}

export type ContextState = 'unasked' | 'kept' | { missing: string }

/** State of the evidence of a draft. `none`: nothing may be captured, or nothing could be. */
export type EvidenceStatus =
  | { status: 'capturing' }
  | {
      status: 'sealed'
      sha256: string
      bytes: number
      mediaType: string
      capturedAt: string
      media: number
      mediaMissing: number
      screenshot: boolean
      /** The page around the item, where the reviewer asked for it. */
      context: { window: ContextState; page: ContextState }
      /** How many things are covered in it. */
      covered: number
    }
  | { status: 'none'; problem: Problem }

/** A bundle's content as the form shows it; pictures as `data:`, null for those that are missing or too large. */
export type Layer = {
  template: string
  text: string
  media: (string | null)[]
  screenshot: string | null
  /** The picture of the whole window, where the reviewer asked for it. */
  window: string | null
}

/** A draft's evidence with nothing covered, and as it leaves. */
export type Layers = {
  whole: Layer
  leaves: Layer
  /** The item's place in the picture of the page: the part of it that the screenshot shows. */
  shown: Rect
  suggested: Region[]
  redaction: Redaction
  /** Whose page can be kept as a file: the browser can, and was allowed to. */
  pageFile: { tabId: number; address: string } | null
}

/** One configured backend as the interface may see it: never its secret. */
export type Connection = {
  id: string
  kind: 'crs' | 'practice'
  name: string
  address: string
  account: AccountAnswer
  addedAt: number
  /** Last answer of the backend, milliseconds since 1970. */
  lastSeen: number | null
  /** Why the connection waits (`signInAgain`, `backendDown`), or null. */
  problem: Problem | null
}

/** What waits for a second reviewer's word at one connection, the oldest first; `problem`: it could not be read. */
export type ReviewList = {
  connectionId: string
  reviews: PendingReview[]
  more: boolean
  problem: Problem | null
}

/** A pack of grounds as the options page shows it: shipped, or an organisation's with the key that signed it. */
export type PackInfo = {
  id: string
  version: number
  title: string
  grounds: number
  signed: { fingerprint: string; importedAt: number } | null
}

/** A signed pack that was read and not kept yet. */
export type PackPreview = PackInfo & {
  signed: { fingerprint: string }
  /** This key signed the version that is here. */
  known: boolean
  /** Names of some of its grounds. */
  sample: string[]
}

/** A server that the reviewer added; `rules`: how many of its own were read, and when; null: none could be. */
export type ServerInfo = { host: string; rules: { count: number; readAt: number } | null }

/** A site as the options page shows it. */
export type SiteInfo = {
  id: string
  name: string
  matches: string[]
  proof: 'proven' | 'unproven'
  held: string
  /** It runs: switched on, and permitted on one of its addresses at least. */
  granted: boolean
  /** Switched off by the reviewer, whatever is permitted. */
  disabled: boolean
  /** Its pages have changed: items are found by their links alone. */
  degraded: boolean
  /** Addresses of it that are not permitted. */
  missing: string[]
  /** Servers of it that the reviewer added, by host name; null: it runs on its own hosts alone. */
  servers: ServerInfo[] | null
}

/** The signed pack of site rules that is kept, as the options page shows it. `over`: why it is not used (any more). */
export type SitePackState = {
  id: string
  version: number
  fingerprint: string
  issuedAt: string
  expiresAt: string
  importedAt: number
  /** Names of the sites whose rules it brings newer than the shipped ones. */
  sites: string[]
  over: string | null
} | null

/** A signed pack of site rules that was read and not kept yet. `known`: this key signed the one that is here. */
export type SitePackPreview = Omit<NonNullable<SitePackState>, 'importedAt' | 'over'> & { known: boolean }

/** How one site has fared in this browser: `field.place` of the alternative that gave it, or `field.none`, and how often. */
export type SiteCounts = { site: string; version: number; degraded: boolean; counts: Record<string, number> }

/** Everything that the form shows when it opens. */
export type DraftView = {
  draftId: string
  item: Item
  /** The platform as people call it; on any other page its host. */
  platform: string
  /** Words of the item that were selected at the press; '' for none. */
  selection: string
  form: Form
  /** Grounds of `form`, resolved. */
  grounds: GroundHit[]
  evidence: EvidenceStatus
  connection: Connection
  declaration: { version: number; language: string; text: string }
  /** This item was reported before by this reviewer. */
  earlier: { noticeId: string; state: NoticeRow['state']; at: number } | null
  /** The delivered notice that this one corrects: the backend's number for it, and when it was made. */
  corrects: { receipt: string; at: number } | null
  undoSeconds: number
}

/** What `flag.content` gets once: rules as data, and what the action is called. */
export type PageSetup = {
  find: FindRules
  report: string
  /** The form opens in a window of its own: no frame is put into the page. (A short name: the script is measured.) */
  own: boolean
}

export type VaultState = { passphrase: boolean; locked: boolean; lockMinutes: number }

/** How one message went: the answer, or a problem worded for the person. */
export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem; more?: Problem[] }

/**
 * The protocol, by message type: what is asked, what is answered, who may ask. `page` = a content script (not
 * trusted beyond its own tab), `form` = our compose document, `own` = any page of ours outside a web page.
 * `schemas.ts` parses each request at the border.
 */
export type Protocol = {
  /** Content script, at start: the finding rules of this page's site and the action's name, or null where none is enabled. */
  'site.hello': { from: 'page'; ask: Record<never, never>; answer: PageSetup | null }
  /** Content script: the action was pressed; a frame is being mounted that will open with the same nonce. */
  'page.press': { from: 'page'; ask: { nonce: string; permalink: string | null }; answer: null }
  /** Content script: what this reviewer has done with the items near the view; of the page's own site alone. */
  'page.marks': { from: 'page'; ask: { permalinks: string[] }; answer: Record<string, Mark> }

  /** The look-out, once a page: how many items it has, and how many links to items that lie in none. */
  'page.looked': { from: 'page'; ask: { items: number; strays: number }; answer: null }
  /** The look-out: the action beside a link to an item was pressed. */
  'page.link': { from: 'page'; ask: { href: string }; answer: null }
  /** The picker: the person has pointed at an element, which the capture finds where the picker left it. */
  'page.picked': { from: 'page'; ask: Record<never, never>; answer: null }

  /** The form, at once: its words in the reviewer's language (so that it need not carry all languages). */
  'form.hello': {
    from: 'form'
    ask: Record<never, never>
    answer: { locale: Locale; words: Record<string, string> }
  }
  'draft.open': { from: 'form'; ask: { nonce: string }; answer: DraftView }
  'draft.save': { from: 'form'; ask: { draftId: string; form: Form }; answer: null }
  /** What due process says of the draft as it stands, before it is sent. */
  'draft.check': { from: 'form'; ask: { draftId: string; form: Form }; answer: Assessment }
  /** What would be sent if it were sent now. */
  'draft.preview': { from: 'form'; ask: { draftId: string; form: Form }; answer: Preview }
  /** Answers when the evidence is sealed or cannot be had. */
  'draft.evidence': { from: 'form'; ask: { draftId: string }; answer: EvidenceStatus }
  /** What leaves, beside the whole of it: to see what is covered. Null: nothing was captured. */
  'draft.layers': { from: 'form'; ask: { draftId: string }; answer: Layers | null }
  /** For each of the item's media the picture that was kept of it, as `data:`; as soon as the evidence is sealed. */
  'draft.pictures': { from: 'form'; ask: { draftId: string }; answer: (string | null)[] }
  /** Covers this, and nothing else. */
  'draft.cover': {
    from: 'form'
    ask: { draftId: string; redaction: Redaction }
    answer: { evidence: EvidenceStatus; item: Item }
  }
  /**
   * Adds the page around the item, or takes it out again (null). The form writes the page's file down itself; `keep`:
   * the one that the draft has.
   */
  'draft.context': {
    from: 'form'
    ask: { draftId: string; window: boolean; page: { base64: string } | { missing: string } | 'keep' | null }
    answer: EvidenceStatus
  }
  'draft.submit': {
    from: 'form'
    ask: { draftId: string; form: Form }
    answer: { noticeId: string; dueAt: number; state: NoticeRow['state'] }
  }
  'draft.discard': { from: 'form'; ask: { draftId: string }; answer: null }
  /** Undo within the window: the notice is a draft again. */
  'notice.undo': { from: 'form'; ask: { noticeId: string }; answer: { draftId: string } }
  /** The form wants to be closed; focus goes back to the item. */
  'form.close': { from: 'form'; ask: { nonce: string }; answer: null }
  /** The form goes on in a window of its own, where no page can cover it or take its keys. */
  'form.window': { from: 'form'; ask: { nonce: string }; answer: null }
  /** The form's frame lost the focus, or is about to send: how the page around it looks (`FrameLook`). */
  'form.look': { from: 'form'; ask: { nonce: string }; answer: FrameLook }
  /** The page took the keyboard while the form was open. */
  'form.taken': { from: 'form'; ask: { draftId: string }; answer: null }
  'grounds.search': {
    from: 'form'
    /** `address`: the item's, whose server may have rules of its own. */
    ask: { query: string; platform: string; address?: string | null | undefined; limit: number }
    answer: GroundHit[]
  }

  /** Popup, after a toolbar click (which grants activeTab): report the page that is open. */
  'page.report': { from: 'own'; ask: { tabId: number }; answer: null }
  /** Popup, for developers: the page that is open as a fixture, redacted, with what its site's rules find on it. */
  'page.fixture': {
    from: 'own'
    ask: { tabId: number }
    answer: { name: string; html: string; json: string }
  }
  /** Popup: point at a part of the page that is open. */
  'page.pick': { from: 'own'; ask: { tabId: number }; answer: null }
  'notice.retry': { from: 'own'; ask: { noticeId: string }; answer: null }
  'notice.withdraw': { from: 'own'; ask: { noticeId: string; reason: string }; answer: null }
  /** What the reviewer thinks of a decision; `contest`: a complaint is made at the platform. */
  'notice.answer': { from: 'own'; ask: { noticeId: string; accept: boolean }; answer: null }
  /** Keeps a notice's content beyond its time, with the reason; null: no longer. */
  'notice.hold': { from: 'own'; ask: { noticeId: string; reason: string | null }; answer: null }
  /** An editable copy (refused, uncertain) or the draft itself, in its own window. */
  'notice.edit': { from: 'own'; ask: { noticeId: string }; answer: null }
  'draft.resume': { from: 'own'; ask: { draftId: string }; answer: null }
  /** A person decides on an `uncertain` notice: it arrived, or send it again. */
  'notice.resolve': { from: 'own'; ask: { noticeId: string; arrived: boolean }; answer: null }
  'outbox.drain': { from: 'own'; ask: Record<never, never>; answer: null }
  'outbox.pause': { from: 'own'; ask: { paused: boolean }; answer: null }

  'connection.list': { from: 'own'; ask: Record<never, never>; answer: Connection[] }
  'connection.enrol': { from: 'own'; ask: { link: string }; answer: Connection }
  'connection.add': { from: 'own'; ask: { address: string; token: string }; answer: Connection }
  'connection.test': { from: 'own'; ask: { connectionId: string }; answer: Connection }
  'connection.remove': { from: 'own'; ask: { connectionId: string }; answer: null }
  /** New notices go there from now on. */
  'connection.prefer': { from: 'own'; ask: { connectionId: string }; answer: null }
  /** Thumbprints (RFC 7638) of the pinned keys that its receipts are checked with. */
  'connection.keys': { from: 'own'; ask: { connectionId: string }; answer: string[] }

  'site.list': { from: 'own'; ask: Record<never, never>; answer: SiteInfo[] }
  /** After a permission was granted or given back: register scripts anew. */
  'site.sync': { from: 'own'; ask: Record<never, never>; answer: null }
  /** The site of a page, if its rules no longer hold and nobody has been told yet. */
  'site.degraded': { from: 'own'; ask: { address: string }; answer: { id: string; name: string } | null }
  /** Counts of which alternative gave which field, by site, as they are kept in this browser. */
  'site.counts': { from: 'own'; ask: Record<never, never>; answer: SiteCounts[] }
  /** Adds a server, for whose host the permission is there: looks which software it runs, and answers its site's id. */
  'site.add': { from: 'own'; ask: { host: string }; answer: { site: string } }
  /** Reads a server's own rules (again). Null: it tells none that can be read; what was read before stays. */
  'site.rules': { from: 'own'; ask: { host: string }; answer: { count: number } | null }

  /** The rules by which sites are read: the kept pack of newer ones, if any. */
  'rules.state': {
    from: 'own'
    ask: Record<never, never>
    answer: { pack: SitePackState; shippedOnly: boolean }
  }
  /** Reads a signed pack of site rules, keeps nothing: the reviewer compares the fingerprint first. */
  'rules.preview': { from: 'own'; ask: { text: string }; answer: SitePackPreview }
  'rules.import': { from: 'own'; ask: { text: string }; answer: null }
  /** Back to the shipped rules. */
  'rules.drop': { from: 'own'; ask: Record<never, never>; answer: null }
  'rules.shipped': { from: 'own'; ask: { only: boolean }; answer: null }

  'grounds.packs': { from: 'own'; ask: Record<never, never>; answer: PackInfo[] }
  /** Reads a signed pack, keeps nothing: the reviewer compares the fingerprint first. */
  'grounds.preview': { from: 'own'; ask: { text: string }; answer: PackPreview }
  'grounds.import': { from: 'own'; ask: { text: string }; answer: null }
  'grounds.remove': { from: 'own'; ask: { packId: string }; answer: null }

  /** What waits for this reviewer's word as a second reviewer, by connection. */
  'review.list': { from: 'own'; ask: Record<never, never>; answer: ReviewList[] }
  'review.settle': {
    from: 'own'
    ask: { connectionId: string; noticeId: string; approve: boolean; reason: string }
    answer: null
  }
  /** A part of the sealed bundle from `at` on, as base64; asked for until all `bytes` are there. */
  'review.evidence': {
    from: 'own'
    ask: { connectionId: string; sha256: string; at: number }
    answer: { part: string; bytes: number }
  }

  /** Whether the vault has a passphrase and is locked; after how many minutes without input it locks. */
  'vault.state': { from: 'own'; ask: Record<never, never>; answer: VaultState }
  /** Puts the secrets under a passphrase, or another one; null: under none. */
  'vault.protect': { from: 'own'; ask: { passphrase: string | null }; answer: null }
  'vault.unlock': { from: 'own'; ask: { passphrase: string }; answer: null }
  'vault.lock': { from: 'own'; ask: Record<never, never>; answer: null }
  /** The passphrase is lost: the secrets are forgotten, each connection wants a sign-in. */
  'vault.forget': { from: 'own'; ask: Record<never, never>; answer: null }

  /** Ends everything that is kept in this browser, and gives the permissions for sites back. */
  'local.wipe': { from: 'own'; ask: Record<never, never>; answer: null }

  /** The Report action of a practice post: opens the form in its own window, addressed to the practice desk. */
  'practice.press': { from: 'own'; ask: { captured: Captured }; answer: null }
  'practice.list': {
    from: 'own'
    ask: Record<never, never>
    answer: { id: string; body: string; receivedAt: number; decided: boolean; decision: Decision | null }[]
  }
  'practice.decide': { from: 'own'; ask: { id: string; decision: Decision }; answer: null }
}

/**
 * What the flag script sees of the form's frame in its page. `own`: where the focus is not in the frame, the person
 * took it away (a press on the page, another window). Whether it is there only the form can say: while a frame of the
 * page has it, the page's document may go on naming ours. `top`: nothing of the page lies over the frame. Where no script
 * answers, neither is so.
 */
export type FrameLook = { own: boolean; top: boolean }

export type MessageType = keyof Protocol
export type Ask<T extends MessageType> = Protocol[T]['ask']
export type Reply<T extends MessageType> = Protocol[T]['answer']

/** Background → content script: mount the form's frame (context menu, toolbar, command), take it away, what actions show now. */
export type PageOrder =
  | { type: 'open'; nonce: string }
  | { type: 'close'; nonce: string }
  | { type: 'look'; nonce: string }
  | { type: 'marks'; marks: Record<string, Mark> }
  | { type: 'stop' }
