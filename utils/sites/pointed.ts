import type { Item } from '../notice'
import { all, documentOf, isConnected, isElement, parentOf } from './dom'
import { windowOf } from './domRead'

/**
 * What was pointed at, and the element that is captured with it (null: the whole page); `used`: which alternative of
 * the site's rules gave each field.
 */
export type Read = { item: Item; root: Element | null; used?: string[] }

/** What the person pointed at with the picker, if the page still has it. */
export function pickedIn(doc: Document): Element | null {
  const picked = globalThis.flagpostPicked ?? null
  return picked && isConnected(picked) && documentOf(picked) === doc ? picked : null
}

/** What is selected in the page. */
export const selectionOf = (doc: Document) => windowOf(doc)?.getSelection() ?? null

/** The element in which the selection starts. */
export function anchorOf(doc: Document): Element | null {
  const node = selectionOf(doc)?.anchorNode ?? null
  return node && (isElement(node) ? node : parentOf(node))
}

/** The picture or video that shows this address. */
export function mediumOf(doc: Document, src: string): Element | null {
  const shows = (node: HTMLImageElement | HTMLMediaElement) => node.currentSrc === src || node.src === src
  return (all(doc, 'img,video,audio') as (HTMLImageElement | HTMLMediaElement)[]).find(shows) ?? null
}
