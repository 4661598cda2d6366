import { isMessageType, mayAsk, parseAsk, type Sender, senderKind } from '../asks'
import { browser } from '../browser'
import type { Answer, Ask, MessageType, Reply } from '../messages'
import { ProblemError } from '../problem'

/** Who asks: the tab and frame of a web page, or one of our own pages. */
export type From = {
  kind: 'page' | 'form' | 'own'
  tabId: number | null
  windowId: number
  frameId: number
  url: string
}

export type Handlers = { [T in MessageType]: (ask: Ask<T>, from: From) => Promise<Reply<T>> }

type Tabbed = Sender & { tab?: { id?: number; windowId?: number } }

/**
 * One message of another context: its sender is judged, its shape parsed, its right checked; then its handler runs.
 * Every message of ours is answered, with a problem where there is no value; others get no answer at all.
 */
export async function answer(
  handlers: Handlers,
  message: unknown,
  sender: Tabbed,
): Promise<Answer<unknown> | undefined> {
  const origin = browser.runtime.getURL('').replace(/\/$/, '')
  const kind = senderKind(sender, browser.runtime.id, origin)
  const { type, payload } = (message ?? {}) as { type?: unknown; payload?: unknown }
  if (!kind || !isMessageType(type)) return undefined
  if (!mayAsk(kind, type)) return { ok: false, problem: { code: 'notAllowed' } }
  const ask = parseAsk(type, payload ?? {})
  if (!ask) return { ok: false, problem: { code: 'messageWrong' } }
  const from: From = {
    kind,
    tabId: sender.tab?.id ?? null,
    windowId: sender.tab?.windowId ?? -1,
    frameId: sender.frameId ?? 0,
    url: sender.url ?? '',
  }
  try {
    const handler = handlers[type] as (ask: unknown, from: From) => Promise<unknown>
    return { ok: true, value: await handler(ask, from) }
  } catch (error) {
    if (error instanceof ProblemError) {
      return { ok: false, problem: error.problem, ...(error.more.length ? { more: error.more } : {}) }
    }
    console.error(type, error)
    return { ok: false, problem: { code: isQuota(error) ? 'storageFull' : 'unexpected' } }
  }
}

function isQuota(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError'
}
