/** Russian and Kazakh letters as the Latin ones that people type for them. */
const LETTERS: Record<string, string> = Object.fromEntries(
  (
    'а a,ә a,б b,в v,г g,ғ g,д d,е e,ж z,з z,и i,к k,қ k,л l,м m,н n,ң n,о o,ө o,п p,р r,с s,т t,у u,ұ u,ү u,ф f,' +
    'х h,һ h,ц k,ч k,ш s,щ sk,ъ ,ы i,і i,ь ,э e,ю iu,я ia,æ a,œ o,ø o,ß s,ı i,ł l,đ d,ς σ,c k,q k,x ks,y i,j i,w v'
  )
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
)

/** After these an `h` only names another sound (`ch`, `sh`, `zh`, `ph`), after vowels an `e` only the umlaut. */
const SILENT: Record<string, string> = { h: 'kszptgr', e: 'aou', s: 't' }

/**
 * The word as it is compared: lower case, without marks, in Latin letters, each letter once, so that `Beleidigung`,
 * `диффамация` and `difamaciya` are found however they are typed. Two words may fold alike; the search lives with it.
 * Each letter is folded by what stands before it alone: what was typed so far always folds to a beginning of the
 * whole word.
 */
export function fold(text: string): string {
  let folded = ''
  for (const sign of text.normalize('NFKD').toLowerCase().normalize('NFKD')) {
    for (const letter of LETTERS[sign] ?? sign) {
      const last = folded.at(-1)
      if (last === letter && !/\P{L}/u.test(letter)) continue
      if (last && SILENT[letter]?.includes(last)) continue
      if (letter > 'z' && /\p{M}/u.test(letter)) continue
      folded += letter
    }
  }
  return folded
}

/** A number that was typed onto its word: `art174`, `s16`. A number's own letter stays with it: `86a`. */
const ONTO = /^(\p{L}{2,}|[sS])(\d.*)$/su

/** The folded words of a text, in order; `§ 86a` gives `86a`, `art174` gives `art` and `174`. */
export function words(text: string, foldWord = fold): string[] {
  const found: string[] = []
  for (const word of text.normalize('NFKD').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) {
    const [, announced, number] = (/\d/.test(word) && ONTO.exec(word)) || []
    for (const part of announced && number ? [announced, number] : [word]) {
      const folded = foldWord(part)
      if (folded) found.push(folded)
    }
  }
  return found
}

/** Letters that people write in Latin in more than one way: `ж` as `zh` or, in Kazakh, `j`; `ц` as `c` or `ts`. */
const OTHERWISE: Record<string, string> = { ж: 'j', ц: 'ts', х: 'kh' }

/** The folded words of a text, in every way in which they may be typed. For what is searched, not for what is typed. */
export function spellings(text: string, foldWord = fold): string[] {
  const found = words(text, foldWord)
  if (!/[жцх]/i.test(text)) return found
  const otherwise = text.replace(/[жцх]/gi, (letter) => OTHERWISE[letter.toLowerCase()] ?? letter)
  return [...found, ...words(otherwise, foldWord)]
}
