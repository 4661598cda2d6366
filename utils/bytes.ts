type Bytes = Uint8Array<ArrayBuffer>

/** Lower-case hexadecimal. */
export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** The bytes of hexadecimal digits. */
export const fromHex = (text: string): Bytes =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

/** A character for each byte, in steps that no call stack minds. */
export function binary(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return text
}

/** The bytes again. */
export const fromBinary = (text: string): Bytes => Uint8Array.from(text, (char) => char.charCodeAt(0))

/** Bytes as base64. */
export const base64 = (bytes: Uint8Array): string => btoa(binary(bytes))

/** The bytes again. @throws DOMException for what is no base64. */
export const fromBase64 = (text: string): Bytes => fromBinary(atob(text))

/** Bytes as base64url (RFC 4648, section 5), without padding. */
export const base64url = (bytes: Uint8Array): string =>
  base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')

/** The bytes again. @throws DOMException for what is no base64url. */
export const fromBase64url = (text: string): Bytes =>
  fromBase64(text.replaceAll('-', '+').replaceAll('_', '/'))
