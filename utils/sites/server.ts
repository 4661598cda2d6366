/**
 * The host name of a server out of what a person pastes: `mastodon.example`, an address on it, or a handle
 * (`@anna@mastodon.example`). Null for what names none: no dot, a port, a number, this machine.
 */
export function serverHost(text: string): string | null {
  const given = text.trim()
  const handle = /^@?[\w.-]+@([^\s@/]+)$/.exec(given)?.[1]
  const address = handle ?? given
  const whole = /^[a-z]+:\/\//i.test(address) ? address : `https://${address}`
  if (!URL.canParse(whole)) return null
  // The parser also lowers the case and writes other scripts in their ASCII form.
  const url = new URL(whole)
  const fits = url.protocol === 'https:' && !url.port && !url.username && !url.password
  return fits && /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])$/.test(url.hostname)
    ? url.hostname
    : null
}
