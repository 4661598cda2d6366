/** The host name in an address; null: it has none, or is no address. */
export const hostOf = (address: string | null | undefined): string | null =>
  address && URL.canParse(address) ? new URL(address).hostname || null : null
