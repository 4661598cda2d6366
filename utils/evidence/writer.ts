import { escapeMarkup, MAX_HTML, VOID } from './markup'

/** What a snapshot names, for the background to fetch; `missing`: the page could not give it. */
export type Named = {
  url: string
  kind: 'image' | 'video' | 'font' | 'canvas'
  missing?: 'tainted' | 'tooLarge'
}

/** A place in the markup: the how-many-th tag or text it is, as `show.ts` counts them. */
export type Place = number

const MAX_MEDIA = 200
/** A picture that stands in the page itself may be this long, characters. */
const MAX_INLINE = 1_500_000
const INLINE = /^data:image\/(?:png|jpeg|webp|gif|avif);base64,[\w+/=]+$/i

export type Writer = ReturnType<typeof createWriter>

/** Writes markup of our own making: tags, escaped text, classes, and names for pictures. */
export function createWriter(base: string) {
  const classes = new Map<string, string>()
  const media: Named[] = []
  const parts: (string | Promise<string>)[] = []
  const open: string[] = []
  let size = 0
  let count = 0
  let inText = false

  function write(text: string, isText = false): void {
    if (text === '') return
    if (!isText || !inText) count++
    inText = isText
    parts.push(text)
    size += text.length
  }

  return {
    media,
    /** Names of the elements around what is written next. */
    open: open as readonly string[],
    full: () => size > MAX_HTML,
    /** The place of what is written next. */
    place: (): Place => count,
    start(tag: string, attributes = ''): void {
      write(`<${tag}${attributes}>`)
      if (!VOID.has(tag)) open.push(tag)
    },
    /** A picture that is still being made; it gets its address when `body` is asked for. */
    later(attributes: string, made: Promise<string | null>, lost: () => void): void {
      write(`<img${attributes}`)
      parts.push(
        made.then((address) => {
          const name = address === null ? null : inline(address)
          size += name?.length ?? 0
          if (name === null) lost()
          return name === null ? '>' : ` src="${name}">`
        }),
      )
    },
    end(): void {
      write(`</${open.pop()}>`)
    },
    text: (text: string) => write(escapeMarkup(text), true),
    /** The attribute that gives an element these declarations. */
    styled(css: string, pseudo = ''): string {
      const names = [css && nameOf(css), pseudo && nameOf(pseudo)].filter(Boolean)
      return names.length ? ` class="${names.join(' ')}"` : ''
    },
    /** A picture's name in the snapshot; small pictures that are in the page itself stay as they are. */
    picture(address: string, kind: 'image' | 'font' = 'image'): string | null {
      if (INLINE.test(address)) return inline(address)
      const at = name(address, kind)
      return at === null ? null : `flagpost-media:${at}:`
    },
    name,
    /** Notes something that has no address and could not be had. */
    lost(kind: Named['kind'], missing: Named['missing']): void {
      if (media.length < MAX_MEDIA) media.push({ url: '', kind, missing })
    },
    rules: () => [...classes].map(([css, name]) => rule(css, name)).join('\n'),
    body: async () => (await Promise.all(parts)).join(''),
  }

  function inline(address: string): string | null {
    if (address.length >= MAX_INLINE || size + address.length >= MAX_HTML) return null
    return address
  }

  /** `::before{…}` stands for the pseudo-element of the element that has the class. */
  function rule(css: string, name: string): string {
    return css.startsWith('::') ? `.${name}${css}` : `.${name}{${css}}`
  }

  function nameOf(css: string): string {
    const known = classes.get(css) ?? `f${classes.size.toString(36)}`
    classes.set(css, known)
    return known
  }

  function name(address: string, kind: Named['kind']): number | null {
    const url = URL.canParse(address, base) ? new URL(address, base) : null
    if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null
    url.hash = ''
    const known = media.findIndex((one) => one.url === url.href)
    if (known >= 0) return known
    if (media.length >= MAX_MEDIA || url.href.length > 4000) return null
    return media.push({ url: url.href, kind }) - 1
  }
}
