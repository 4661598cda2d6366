/** As far as the browser tells (Network Information API: Chromium, in workers too; Firefox tells nothing). */
type Network = { saveData?: boolean; type?: string }

/**
 * Is the network one that is paid for by what goes through it? Then a notice goes all the same, for it may be urgent,
 * but one at a time, and decisions are looked for less often. The battery is told to windows only, not to a background.
 */
export function isMetered(): boolean {
  const { connection } = (globalThis.navigator ?? {}) as { connection?: Network }
  return connection?.saveData === true || connection?.type === 'cellular'
}

/** On such a network decisions are looked for only in every fifth minute. */
export const mayPoll = (now = Date.now()): boolean => !isMetered() || Math.floor(now / 60_000) % 5 === 0
