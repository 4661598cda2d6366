/**
 * The match pattern of a backend's host, on any port: what the browser asks about by name. Null for what is no web
 * address.
 */
export function hostMatch(address: string): string | null {
  const url = URL.canParse(address.trim()) ? new URL(address.trim()) : null
  return url && /^https?:$/.test(url.protocol) ? `${url.protocol}//${url.hostname}/*` : null
}
