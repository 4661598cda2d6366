import type { Answer, Ask, MessageType, PageOrder, Reply } from '../messages'

/** The browser's own API: every browser gives promises with MV3, so nothing has to be bundled for it. */
const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome

/** Is this script's extension still there? After an update the page keeps the old script, cut off from everything. */
export const alive = () => !!api.runtime?.id

/** Asks the background. Rejects when the extension is gone or it says no. */
export async function ask<T extends MessageType>(type: T, payload: Ask<T>): Promise<Reply<T>> {
  const answer: Answer<Reply<T>> | undefined = await api.runtime.sendMessage({ type, payload })
  if (!answer?.ok) throw answer
  return answer.value
}

/** Orders from the background (nobody else reaches this listener), which hears what `handle` gives; ends with the signal. */
export function onOrder(handle: (order: PageOrder) => unknown, signal: AbortSignal): void {
  const { onMessage } = api.runtime
  const listen = (order: PageOrder, _: unknown, answer: (value: unknown) => void) => answer(handle(order))
  onMessage.addListener(listen)
  signal.addEventListener('abort', () => alive() && onMessage.removeListener(listen))
}

/** The form's own document; the nonce joins it to this press. */
export const formAddress = (nonce: string) => `${api.runtime.getURL('compose.html')}#${nonce}`
