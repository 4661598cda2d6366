import fs from 'node:fs'
import path from 'node:path'
import type { Phrases } from '../utils/grounds/pack-file'
import type { Taxonomy } from '../utils/grounds/taxonomy'

/** Where the packs are written by hand. */
export const PACKS = path.join(import.meta.dirname, '../utils/grounds/packs')

/** One file of `PACKS`, unchecked. */
export const readPack = (file: string): unknown => JSON.parse(fs.readFileSync(path.join(PACKS, file), 'utf8'))

export const readPhrases = () => readPack('phrases.json') as Phrases
export const readTaxonomy = () => readPack('dsa.json') as Taxonomy

/** The files of the packs, relative to `PACKS`: law first, then policy, each by name. */
export function packFiles(): string[] {
  const folders = fs.readdirSync(PACKS, { withFileTypes: true }).filter((one) => one.isDirectory())
  return folders
    .flatMap(({ name }) => fs.readdirSync(path.join(PACKS, name)).map((file) => `${name}/${file}`))
    .filter((file) => file.endsWith('.json'))
    .sort()
}

/** Every shipped pack with the common phrases and the taxonomy, as one JSON text: `grounds.json` of the extension. */
export function shippedText(): string {
  return JSON.stringify({
    packs: packFiles().map(readPack),
    phrases: readPhrases(),
    taxonomy: readTaxonomy(),
  })
}
