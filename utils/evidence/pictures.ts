import type { Media } from '../notice'
import { PICTURE } from './markup'
import { readSnapshot } from './show'
import { tokensOf, unescapeMarkup } from './tokens'

/** A picture of a snapshot: where it came from, what shows it again, the page's words for it. */
type Picture = { address: string | null; shown: string; alt: string }

const attribute = (attributes: string, name: string): string =>
  unescapeMarkup(new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1] ?? '')

function picturesIn(template: string, addresses: readonly string[], kept: readonly (string | null)[]) {
  return tokensOf(readSnapshot(template).body).flatMap((token): Picture[] => {
    if (token.kind !== 'start' || token.name !== 'img') return []
    const src = attribute(token.attributes, 'src')
    const [[, at] = []] = src.matchAll(PICTURE)
    const shown = at === undefined ? src : (kept[Number(at)] ?? '')
    const address = at === undefined ? null : (addresses[Number(at)] ?? null)
    return shown.startsWith('data:image/')
      ? [{ address, shown, alt: attribute(token.attributes, 'alt') }]
      : []
  })
}

const parsed = (address: string | null) => (address && URL.canParse(address) ? new URL(address) : null)
const pathOf = (address: string | null) => {
  const url = parsed(address)
  return url && `${url.host}${url.pathname}`
}
const fileOf = (address: string | null) => {
  const name =
    parsed(address)
      ?.pathname.split('/')
      .at(-1)
      ?.replace(/\.\w+$/, '') ?? ''
  return name.length >= 8 ? name : null
}

/** Ways in which one address is another size of the other, the surest first; the page's own words come last. */
const WAYS: ((medium: Media, picture: Picture) => boolean)[] = [
  ({ url }, { address }) => url !== null && url === address,
  ({ url }, { address }) => pathOf(url) !== null && pathOf(url) === pathOf(address),
  ({ url }, { address }) => fileOf(url) !== null && fileOf(url) === fileOf(address),
  ({ alt }, picture) => Boolean(alt?.trim()) && alt?.trim() === picture.alt.trim(),
]

/**
 * For each of an item's media the picture that was kept of it, as `data:`; null where none is, or where it is not
 * certain which. A page often names a picture in another size than it shows.
 */
export function picturesOf(
  media: readonly Media[],
  kept: { template: string; media: readonly (string | null)[]; addresses: readonly string[] },
): (string | null)[] {
  const all = picturesIn(kept.template, kept.addresses, kept.media)
  return media.map((medium) => {
    if (medium.kind !== 'image') return null
    for (const fits of WAYS) {
      const found = new Set(all.filter((picture) => fits(medium, picture)).map(({ shown }) => shown))
      if (found.size > 0) return found.size === 1 ? ([...found][0] ?? null) : null
    }
    return null
  })
}
