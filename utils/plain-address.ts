/** Signs that turn or hide what stands around them: bidirectional controls, zero-width ones, soft hyphens, fillers. */
const HIDDEN = /\p{Cf}|[\u115f\u1160\u2028\u2029\u3164\uffa0]/gu
const shown = (sign: string) =>
  `⟨U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`

/**
 * An address in the form in which no sign passes for another: its host in the letters that the network knows
 * (Punycode, UTS 46), so that `аpple.com` with a Cyrillic letter reads `xn--pple-43d.com`; in the rest, and in what is
 * no web address, hidden signs are written out.
 */
export function plainAddress(address: string): string {
  const url = /^https?:/i.test(address) && URL.canParse(address) ? new URL(address) : null
  return (url ? url.href : address).replace(HIDDEN, shown)
}
