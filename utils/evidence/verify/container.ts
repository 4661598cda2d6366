import { fail } from './report'

/** A bundle's files by path, in the order in which they lie. */
export type Contents = Map<string, Uint8Array<ArrayBuffer>>

/** Nothing larger is read: the largest bundle that any backend of ours takes is a quarter of it. */
export const MAX_BUNDLE = 256 * 1024 * 1024
const MAX_FILES = 64

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
/** 1 January 1980, the first day of a ZIP file: bundles bear no time of the container. */
const DATE = 0x0021
const VERSION = 20

/**
 * Reads the ZIP file by its central directory (APPNOTE 6.3.10, sections 4.3 and 4.4), without looking at anything
 * that `writeContainer` will look at better.
 * @throws FaultError for what is empty, no ZIP file, or cut.
 */
export function readContainer(bytes: Uint8Array<ArrayBuffer>): Contents {
  if (bytes.length === 0) fail('empty')
  if (bytes.length > MAX_BUNDLE) fail('tooLarge', { most: MAX_BUNDLE / 1024 / 1024 })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 4 || view.getUint32(0, true) !== LOCAL) fail('noBundle')
  const end = bytes.length - 22
  if (end < 4 || view.getUint32(end, true) !== END) fail('cut')
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > MAX_FILES) fail('structure', { at: end + 10 })
  const contents: Contents = new Map()
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) fail('structure', { at })
    const size = view.getUint32(at + 20, true)
    const length = view.getUint16(at + 28, true)
    const local = view.getUint32(at + 42, true)
    const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length))
    const from = local + 30 + length
    if (from + size > bytes.length || contents.has(path)) fail('structure', { at })
    contents.set(path, bytes.subarray(from, from + size))
    at += 46 + length
  }
  return contents
}

/**
 * The one ZIP file that a bundle of these files is: stored, one after the other, without gaps, times, comments or
 * extra fields. So whatever byte differs from it was changed, wherever it lies.
 */
export function writeContainer(contents: Contents): Uint8Array<ArrayBuffer> {
  const entries = [...contents].map(([path, bytes]) => ({ name: new TextEncoder().encode(path), bytes }))
  const body = entries.reduce((sum, { name, bytes }) => sum + 30 + name.length + bytes.length, 0)
  const table = entries.reduce((sum, { name }) => sum + 46 + name.length, 0)
  const whole = new Uint8Array(body + table + 22)
  const view = new DataView(whole.buffer)
  let local = 0
  let central = body
  for (const { name, bytes } of entries) {
    // Version, flags, method (stored), time, date, CRC-32, both sizes, length of the name: alike in both headers.
    const common = (at: number) => {
      view.setUint16(at, VERSION, true)
      view.setUint16(at + 8, DATE, true)
      view.setUint32(at + 10, crc32(bytes), true)
      view.setUint32(at + 14, bytes.length, true)
      view.setUint32(at + 18, bytes.length, true)
      view.setUint16(at + 22, name.length, true)
    }
    view.setUint32(local, LOCAL, true)
    common(local + 4)
    whole.set(name, local + 30)
    whole.set(bytes, local + 30 + name.length)
    view.setUint32(central, CENTRAL, true)
    view.setUint16(central + 4, VERSION, true)
    common(central + 6)
    view.setUint32(central + 42, local, true)
    whole.set(name, central + 46)
    local += 30 + name.length + bytes.length
    central += 46 + name.length
  }
  view.setUint32(central, END, true)
  view.setUint16(central + 8, entries.length, true)
  view.setUint16(central + 10, entries.length, true)
  view.setUint32(central + 12, table, true)
  view.setUint32(central + 16, body, true)
  return whole
}

/** The first place at which two bodies differ, or null. */
export function differAt(a: Uint8Array, b: Uint8Array): number | null {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at++) if (a[at] !== b[at]) return at
  return a.length === b.length ? null : length
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = (value >>> 8) ^ (TABLE[(value ^ byte) & 255] ?? 0)
  return ~value >>> 0
}
