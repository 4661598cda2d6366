import { fromHex, hex } from '../bytes'
import type { BundleParts } from './bundle'
import { withoutContext } from './classes'
import { escapeMarkup, PICTURE } from './markup'
import { COVER, nameless, namesIn, redactItem, withoutNames } from './names'
import type { Redacted, Redaction, Region } from './redaction'
import { readSnapshot, snapshotMarkup } from './show'
import { textOf } from './text'
import { endOf, markupOf, type Token, tokensOf, unescapeMarkup } from './tokens'

const COVERED = 'fcover'
const INLINE = /data:image\/[\w+]+;base64,[\w+/=]+/g

/** Covers parts of pictures with black. Fractions of the picture; gives the bytes of a new one. */
export type CoverPicture = (
  picture: { bytes: Uint8Array<ArrayBuffer>; type: string },
  boxes: Region['rects'],
) => Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string; sha256: string }>

/**
 * Takes what is covered out of every layer at once: markup, text, pictures, screenshot, and the fields of the item. A
 * covered name goes wherever it stands; where it also stands elsewhere in the picture of the page, that goes whole.
 * What is covered in the item may stand beside it too, where nobody looks for it: so the page around it goes.
 * @returns the parts without it, and the names that were taken out.
 */
export async function redact(
  parts: BundleParts,
  { regions, salt }: Redaction,
  cover: CoverPicture,
): Promise<{ parts: BundleParts; names: string[] }> {
  if (regions.length === 0) return { parts, names: [] }
  const snapshot = readSnapshot(parts.html)
  const tokens = tokensOf(snapshot.body)
  const cut = cutOut(tokens, snapshot.css, regions)
  const names = namesIn(cut.texts)
  const elsewhere = hideNames(tokens, names)
  const css = `${emptied(snapshot.css, cut)}\n.${COVERED}{background:#000;color:#000}`
  const html = snapshotMarkup(parts.html, { css, body: emptied(markupOf(tokens), cut) })
  const { record } = parts

  const gone = (at: number) => {
    const { kind } = record.media[at] ?? {}
    // Whose face is covered on one frame of a film is seen on the others.
    return cut.media.has(at) || (kind === 'video' && cut.byHand)
  }
  const kept = record.media.map((one, at) =>
    gone(at)
      ? { ...one, url: '', sha256: null, type: null, bytes: 0, fetchedAt: null, missing: 'redacted' as const }
      : one,
  )
  const media: BundleParts['media'] = []
  for (const one of parts.media) {
    const at = record.media.findIndex(({ url, sha256 }) => url === one.url && sha256 !== null)
    if (at < 0 || gone(at)) continue
    const boxes = cut.boxes.get(at)
    if (!boxes) media.push(one)
    else {
      const covered = await cover(one, boxes)
      media.push({ ...one, ...covered })
      kept[at] = {
        ...(kept[at] as (typeof kept)[number]),
        sha256: covered.sha256,
        type: covered.type,
        bytes: covered.bytes.length,
      }
    }
  }

  const around = withoutContext(parts, 'redacted')
  const shot = await coverShot(parts, regions, elsewhere > 0, cover)
  const redacted: Redacted = {
    regions: countsOf(regions),
    commitments: salt === null ? [] : await Promise.all(names.map((name) => commitment(salt, name))),
  }
  return {
    names,
    parts: {
      record: {
        ...record,
        item: redactItem(record.item, names),
        page: {
          ...record.page,
          title: withoutNames(record.page.title, names),
          // The page may be someone else's thread; the item has its own address.
          address: nameless(record.page.address, names) || new URL(record.page.address).origin,
        },
        media: kept.map((one) => (names.length ? { ...one, url: nameless(one.url, names) } : one)),
        screenshot: shot.record,
        redacted,
        context: around.record.context,
      },
      html,
      text: textOf(readSnapshot(html)).text,
      screenshot: shot.picture,
      context: around.context,
      media: media.filter(({ url }) => nameless(url, names) !== ''),
    },
  }
}

type CutOut = {
  texts: string[]
  media: Set<number>
  inline: Set<string>
  boxes: Map<number, Region['rects']>
  byHand: boolean
}

/** Takes the cuts out of the tokens, in place; says what was in them. */
function cutOut(tokens: Token[], css: string, regions: readonly Region[]): CutOut {
  const found: CutOut = { texts: [], media: new Set(), inline: new Set(), boxes: new Map(), byHand: false }
  const pictures = (markup: string) => {
    for (const [, at] of markup.matchAll(PICTURE)) found.media.add(Number(at))
    for (const [data] of markup.matchAll(INLINE)) found.inline.add(data)
  }
  /** Pictures that an element's styles show. */
  const styled = (attributes: string) => {
    const [, names = ''] = / class="([^"]*)"/.exec(attributes) ?? []
    for (const name of names.split(' ').filter(Boolean))
      pictures(new RegExp(`^\\.${name}(?:::\\w+)?\\{[^}]*\\}$`, 'm').exec(css)?.[0] ?? '')
  }
  const chars = new Map<number, [number, number][]>()

  for (const { why, cuts, parts = [] } of regions) {
    found.byHand ||= why === 'face' || parts.length > 0
    for (const { at, box } of parts) {
      const token = tokens[at]
      if (token?.kind !== 'start') continue
      const [[, medium] = []] = token.attributes.matchAll(PICTURE)
      if (medium === undefined) pictures(token.attributes)
      else found.boxes.set(Number(medium), [...(found.boxes.get(Number(medium)) ?? []), box])
    }
    for (const { at, from, to } of cuts) {
      const token = tokens[at]
      if (token?.kind === 'text') {
        const range: [number, number] = [from ?? 0, Math.min(to ?? token.text.length, token.text.length)]
        chars.set(at, [...(chars.get(at) ?? []), range])
        found.texts.push(token.text.slice(...range))
      } else if (token?.kind === 'start') takeOut(at)
    }
  }

  function takeOut(at: number): void {
    let written = false
    let drawing = 0
    for (let i = at; i <= endOf(tokens, at); i++) {
      const token = tokens[i] as Token
      if (token.kind === 'text') {
        found.texts.push(token.text)
        const words: boolean = token.text.trim() !== '' && !written && drawing === 0
        written ||= words
        tokens[i] = { kind: 'text', text: words ? COVER : '' }
      } else if (token.kind === 'start') {
        styled(token.attributes)
        if (token.name === 'svg') drawing++
        if (token.name === 'img') {
          pictures(token.attributes)
          const [, alt = ''] = / alt="([^"]*)"/.exec(token.attributes) ?? []
          found.texts.push(unescapeMarkup(alt))
          tokens[i] = { ...token, attributes: covered(token.attributes) }
        } else if (drawing > 0 && token.name !== 'svg') tokens[i] = { ...token, attributes: '' }
      } else if (token.name === 'svg') drawing--
    }
  }

  for (const [at, ranges] of chars) {
    const token = tokens[at]
    if (token?.kind !== 'text') continue
    let text = ''
    let done = 0
    for (const [from, to] of ranges.sort((a, b) => a[0] - b[0])) {
      if (to <= done) continue
      text += token.text.slice(done, Math.max(from, done)) + (from >= done ? COVER : '')
      done = to
    }
    tokens[at] = { kind: 'text', text: text + token.text.slice(done) }
  }
  return found
}

/** An image's attributes without what it shows: a black box of its size. */
function covered(attributes: string): string {
  const [, names = ''] = / class="([^"]*)"/.exec(attributes) ?? []
  return ` class="${[names.split(' ')[0], COVERED].filter(Boolean).join(' ')}" alt=""`
}

/** Markup or styles without the pictures that are gone. */
function emptied(markup: string, { media, inline }: CutOut): string {
  return markup
    .replace(PICTURE, (name, at) => (media.has(Number(at)) ? 'data:,' : name))
    .replace(INLINE, (data) => (inline.has(data) ? 'data:,' : data))
}

/** Takes the names out of all words of the markup, in place; says in how many places more they stood. */
function hideNames(tokens: Token[], names: readonly string[]): number {
  let places = 0
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'text') {
      const text = withoutNames(token.text, names)
      if (text !== token.text) places++
      tokens[at] = { kind: 'text', text }
    } else if (token.kind === 'start' && token.name === 'img') {
      const attributes = token.attributes.replace(
        / alt="([^"]*)"/,
        (_, alt: string) => ` alt="${escapeMarkup(withoutNames(unescapeMarkup(alt), names))}"`,
      )
      tokens[at] = { ...token, attributes }
    }
  }
  return places
}

/** The screenshot with black over all that is covered. */
async function coverShot(
  { record, screenshot }: BundleParts,
  regions: readonly Region[],
  elsewhere: boolean,
  cover: CoverPicture,
): Promise<{ picture: BundleParts['screenshot']; record: BundleParts['record']['screenshot'] }> {
  if ('missing' in record.screenshot || !screenshot) return { picture: screenshot, record: record.screenshot }
  if (elsewhere) return { picture: null, record: { missing: 'redacted' } }
  const { rect, viewport } = record.page
  const [left, top] = [Math.max(0, rect.x), Math.max(0, rect.y)]
  const width = Math.min(viewport.width, rect.x + rect.width) - left
  const height = Math.min(viewport.height, rect.y + rect.height) - top
  // A little more than it is: letters reach over their boxes.
  const boxes = regions
    .flatMap(({ rects }) => rects)
    .map((one) => ({
      x: (rect.x + one.x - left - 2) / width,
      y: (rect.y + one.y - top - 2) / height,
      width: (one.width + 4) / width,
      height: (one.height + 4) / height,
    }))
  const { sha256, ...picture } = await cover(screenshot, boxes)
  return { picture, record: { ...record.screenshot, sha256, type: picture.type } }
}

function countsOf(regions: readonly Region[]): Redacted['regions'] {
  const counts = new Map<Region['why'], number>()
  for (const { why } of regions) counts.set(why, (counts.get(why) ?? 0) + 1)
  return [...counts].map(([why, count]) => ({ why, count }))
}

/** What can be shown to be this name by who has the salt, and by nobody else. */
export async function commitment(salt: string, name: string): Promise<string> {
  const key = await crypto.subtle.importKey('raw', fromHex(salt), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ])
  return hex(new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(name))))
}
