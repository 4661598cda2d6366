import { words } from '../grounds/fold'

/** Scripts that write without spaces: a sign is about a word. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/gu
const RUN = 4

/** The folded words of a text in order; in scripts without spaces each sign. */
export const wordsOf = (text: string): string[] => words(text.replace(WIDE, ' $& '))

/** The same for everyone who wrote the same words, whatever their case, marks and punctuation. */
export const foldedWords = (text: string): string => wordsOf(text).join(' ')

/** How much was written: letters and figures; a sign of a script without spaces counts for three. */
export function size(text: string): number {
  const wide = text.match(WIDE)?.length ?? 0
  return (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) + 2 * wide
}

/** Every run of four words of a text, for `ownWords`. */
export function runsOf(words: readonly string[]): Set<string> {
  return new Set(words.map((_, i) => words.slice(i, i + RUN).join(' ')))
}

/** How many words stand in no run of four words (of a shorter text: in no run of all its words) that a source has. */
export function ownWords(words: readonly string[], sources: Set<string>[]): number {
  const run = Math.min(RUN, words.length)
  const taken = new Set<number>()
  for (let i = 0; i + run <= words.length; i++) {
    const part = words.slice(i, i + run).join(' ')
    if (sources.some((runs) => runs.has(part))) for (let j = i; j < i + run; j++) taken.add(j)
  }
  return words.length - taken.size
}

/** A text without what it quotes. */
export function unquoted(text: string): string {
  return text.replace(/«[^»]{0,2000}»|“[^”]{0,2000}”|„[^“”]{0,2000}[“”]|"[^"]{0,2000}"/g, ' ')
}
