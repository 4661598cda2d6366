import { Window } from 'happy-dom'
import type { Item } from '../../utils/notice'
import { type EveryItem, readEvery } from '../../utils/sites/every'
import type { Site } from '../../utils/sites/site'

/** A document that shows `html` under an address; no script runs, nothing loads. */
export function open(html: string, url: string): Document {
  const window = new Window({
    url,
    settings: {
      disableJavaScriptFileLoading: true,
      disableCSSFileLoading: true,
      enableJavaScriptEvaluation: false,
    },
  })
  window.document.write(html)
  return window.document as unknown as Document
}

export const readHere = ({ find, read }: Site, doc: Document): EveryItem[] =>
  readEvery({ every: true, find, read }, doc)

/** Every item that is not quoted; where the page shows none, what the document says of its own. */
export const readAll = (site: Site, doc: Document): Item[] =>
  readHere(site, doc).flatMap(({ item, quoted }) => (quoted ? [] : [item]))
