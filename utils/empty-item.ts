import type { Item, ItemKind } from './notice'

/** An item of which nothing but its address is known. */
export function emptyItem(platform: string, kind: ItemKind, permalink: string | null): Item {
  return {
    platform,
    kind,
    permalink,
    platformId: null,
    author: { name: null, handle: null, address: null },
    time: null,
    timeText: null,
    text: null,
    truncated: false,
    media: [],
    language: null,
    quotes: null,
    repostedBy: null,
    sponsored: false,
    edited: false,
    audience: null,
    read: 'none',
    missing: [],
    mended: [],
  }
}
