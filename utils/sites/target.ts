import type { FindRules, Site } from './site'

/** What the reviewer pointed at, on any page. Without a site's item the generic reader fills the fields. */
export type Target =
  | { by: 'action' }
  | { by: 'page' }
  | { by: 'link'; href: string }
  | { by: 'media'; src: string }
  | { by: 'selection' }
  | { by: 'picked' }

/** The background's question to `capture.js`, set in the isolated world just before it is injected. */
export type CaptureAsk = {
  nonce: string
  target: Target
  find: FindRules | null
  read: Site['read'] | null
  session?: Site['session'] | null
}

/** The same of every item of the page: what a saved page is checked with. */
export type EveryAsk = { every: true; find: FindRules; read: Site['read'] }

declare global {
  /** Isolated world only, invisible to the page: the item whose action was pressed (set by `flag.content`). */
  var flagpostPressed: { nonce: string; root: Element } | undefined
  var flagpostAsk: CaptureAsk | EveryAsk | undefined
}
