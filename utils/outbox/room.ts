import type { Problem } from '../problem'

/** From this share of what the browser gives on, the reviewer is warned: long before a write fails. */
export const WARN_AT = 0.8

/** What the extension's storage takes of what the browser gives it, bytes. */
export type Room = { used: number; quota: number; persisted: boolean }

/** Null where the browser does not tell. Asks it, by the way, to delete nothing of it by itself. */
export async function readRoom(): Promise<Room | null> {
  const { storage } = globalThis.navigator ?? {}
  if (!storage?.estimate) return null
  const persisted = (await storage.persisted?.()) || ((await storage.persist?.()) ?? false)
  const { usage, quota } = await storage.estimate()
  return usage === undefined || !quota ? null : { used: usage, quota, persisted }
}

/** The warning that a room calls for; null: there is enough. */
export function roomProblem(room: Room | null): Problem | null {
  if (!room || room.used < room.quota * WARN_AT) return null
  return { code: 'storageNearlyFull', params: { percent: Math.floor((room.used / room.quota) * 100) } }
}
