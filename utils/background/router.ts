import { z } from 'zod'
import { isMessageType, mayAsk, parseAsk, type Sender, senderKind } from '../asks'
import { browser } from '../browser'
import { type Answer, type Ask, LINE, type MessageType, type Reply } from '../messages'
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

const Numbered = z.object({ n: z.number().int() })

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

/** A port as far as it is used here. */
type Line = {
  name: string
  sender?: Sender
  onMessage: { addListener(listener: (message: unknown) => void): void }
  postMessage(message: unknown): void
}

/** Messages that come on a standing connection: each is judged and answered as if it came alone, under its number. */
export function answerLine(handlers: Handlers, port: Line): void {
  const { sender } = port
  if (port.name !== LINE || !sender) return
  port.onMessage.addListener((message) => {
    const numbered = Numbered.safeParse(message)
    if (!numbered.success) return
    const { n } = numbered.data
    void answer(handlers, message, sender).then((said) => {
      try {
        port.postMessage({ n, answer: said })
      } catch {
        // Whoever asked is gone.
      }
    })
  })
}

function isQuota(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError'
}
