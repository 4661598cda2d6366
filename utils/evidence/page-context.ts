import { z } from 'zod'
import { Instant, Sha256 } from '../notice'

/** The picture of the whole window and the page as a file (MHTML), as they lie in a bundle; null: not in it. */
export type PageContext = { window: ContextFile | null; page: ContextFile | null }
export type ContextFile = { bytes: Uint8Array<ArrayBuffer>; type: string }

/** What was asked for, or why it could not be had; null: not asked for. */
export type Asked = ContextFile | { missing: string } | null
/** What a reviewer asks for beside the item: the window as the press saw it, the page as it is (`keep`: as it was). */
export type ContextWish = { window: boolean; page: Asked | 'keep' }

export const MHTML_TYPE = 'multipart/related'

/** What became of one of the two: kept, with the time by the browser's clock, or why not. */
export const ContextPart = z.union([
  z.object({ sha256: Sha256, type: z.string().max(100), bytes: z.number().int().min(1), at: Instant }),
  z.object({ missing: z.string().max(60) }),
])
export type ContextPart = z.infer<typeof ContextPart>

/** What the capture record says of the page around the item; null where nobody asked for it. */
export const ContextRecord = z.object({ window: ContextPart.nullable(), page: ContextPart.nullable() })
export type ContextRecord = z.infer<typeof ContextRecord>

export const NO_CONTEXT: PageContext = { window: null, page: null }
export const UNASKED: ContextRecord = { window: null, page: null }

/** Where a bundle's archive holds them. */
export const windowUri = (page: string) => `urn:window:${page}`
export const mhtmlUri = (page: string) => `urn:mhtml:${page}`
