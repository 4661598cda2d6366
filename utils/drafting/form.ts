import type { CaptureClass } from '../grounds/ground'
import { MAX_TEXT } from '../limits'
import type { Form } from '../messages'
import type { Item } from '../notice'

export const EMPTY_FORM: Form = { item: {}, grounds: [], goodFaith: false, reference: '' }

/** The item as it was read, with what the reviewer mended; the names of mended fields go along. */
export function mendItem(item: Item, mended: Form['item']): Item {
  const filled = Object.entries(mended).filter(([, value]) => value !== undefined && value.trim() !== '')
  if (filled.length === 0) return item
  const { permalink, authorName, authorHandle, time, text } = Object.fromEntries(filled) as Form['item']
  const done = filled.map(([name]) => name)
  return {
    ...item,
    permalink: permalink ?? item.permalink,
    author: {
      ...item.author,
      name: authorName ?? item.author.name,
      handle: authorHandle ?? item.author.handle,
    },
    time: time === undefined ? item.time : new Date(time).toISOString(),
    text: text === undefined ? item.text : text.slice(0, MAX_TEXT),
    missing: item.missing.filter((field) => !done.includes(field)),
    mended: [...new Set([...item.mended, ...done])],
  }
}

/** What may stay of an item under a capture class: with `url` the address alone, with `text` no media. */
export function limitItem(item: Item, captureClass: CaptureClass): Item {
  if (captureClass === 'full') return item
  if (captureClass === 'text') return { ...item, media: [] }
  return {
    ...item,
    author: { name: null, handle: null, address: null },
    text: null,
    timeText: null,
    media: [],
    truncated: false,
    quotes: null,
    repostedBy: null,
    missing: [],
    mended: item.mended.filter((field) => field === 'permalink'),
  }
}
