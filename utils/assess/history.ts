/**
 * What is known of this reviewer's other notices, seen from one notice: figures and ids only. The extension reads it
 * from its outbox, the backend from its database.
 */
export type History = {
  /** Open notices on the same author within 30 days (decided, refused and withdrawn ones are not open). */
  openOnAuthor: number
  /** The same with those that were made later, where they are known: the most in any 30 days round this notice. */
  mostOnAuthor: number
  /** An open notice on the same item. */
  openOnItem: boolean
  /** When the platform last decided on a notice of this account on the same item, milliseconds since 1970. */
  decidedOnItem: number | null
  /** Ids of the grounds whose explanation has the words of an earlier notice's explanation. */
  copied: string[]
  /** When it is looked at by whoever takes it on, milliseconds since 1970; null while it is being made. */
  receivedAt: number | null
  /** Another notice was declared at the very same instant. */
  sameInstant: boolean
  /** Other notices that were made within the minute before. */
  inSameMinute: number
  /** The notice that this one corrects is this reviewer's own; null where it corrects none. */
  correctsOwn: boolean | null
  /** The last notices (at most 50, of the last 30 days), and how many of them share something with this one. */
  recent: { count: number; sameAuthor: number; sameTopic: number; sameLanguage: number }
  /** Of those the platform has decided; `unfounded`: it saw no reason to act. */
  decisions: { decided: number; unfounded: number }
}

/** How far back `History` looks for open notices and for the last ones. */
export const HISTORY_DAYS = 30
/** How many of the last notices count for concentration. */
export const HISTORY_NOTICES = 50

/** Nothing was reported before. */
export const NO_HISTORY: History = {
  openOnAuthor: 0,
  mostOnAuthor: 0,
  openOnItem: false,
  decidedOnItem: null,
  copied: [],
  receivedAt: null,
  sameInstant: false,
  inSameMinute: 0,
  correctsOwn: null,
  recent: { count: 0, sameAuthor: 0, sameTopic: 0, sameLanguage: 0 },
  decisions: { decided: 0, unfounded: 0 },
}
