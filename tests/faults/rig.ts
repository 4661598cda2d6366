import type { Answer } from '../../utils/messages'
import type { Draft, Row } from '../support/stored'
import type { Stores } from './drain'

/** A browser with the test build in it, as a case uses it: everything in it may die at any time. */
export type Rig = {
  name: 'Chromium' | 'Firefox'
  /** Starts it again on the same profile if it was killed. */
  revive: () => Promise<void>
  /** Opens a feed with one post, the `n`-th, and presses its Report action. */
  press: (n: number) => Promise<void>
  ask: (type: string, payload?: unknown) => Promise<unknown>
  /** All rows of one store of the outbox as they lie in IndexedDB. */
  store: (name: string) => Promise<unknown[]>
  /** Writes settings as the options page would. */
  set: (settings: Record<string, unknown>) => Promise<void>
  /** Writes rows into the outbox's stores, past all our code. */
  load: (stores: Stores) => Promise<void>
  /** Ends the background at once. */
  stopWorker: () => Promise<void>
  /** SIGKILL to the browser; the profile stays. */
  kill: () => Promise<void>
  close: () => Promise<void>
}

/** The address of the `n`-th post of the feed. */
export const addressOfPost = (n: number) => `https://bsky.app/profile/ada${n}.example/post/3post${n}`

/** Asks the background; gives the value, or throws its problem. */
export async function value<T>(rig: Rig, type: string, payload: unknown = {}): Promise<T> {
  const answer = (await rig.ask(type, payload)) as Answer<T> | undefined
  if (!answer?.ok) throw new Error(`${type}: ${JSON.stringify(answer?.problem ?? 'no answer')}`)
  return answer.value
}

export const rowsOf = async (rig: Rig) => (await rig.store('notices')) as Row[]
export const draftsOf = async (rig: Rig) => (await rig.store('drafts')) as Draft[]

/** Runs in a document of the extension: settings as its options page writes them. */
export async function writeSettings(patch: Record<string, unknown>): Promise<void> {
  const { settings } = await chrome.storage.local.get('settings')
  await chrome.storage.local.set({ settings: { ...(settings as object | undefined), ...patch } })
}
