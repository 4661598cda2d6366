/** Russian and Kazakh letters as Latin ones; what sounds alike becomes alike. */
const LETTERS: Record<string, string> = Object.fromEntries(
  (
    'а a,ә a,б b,в v,г g,ғ g,д d,е e,ё e,ж zh,з z,и i,й i,к k,қ k,л l,м m,н n,ң n,о o,ө o,п p,р r,с s,т t,у u,ұ u,ү u,' +
    'ф f,х h,һ h,ц ts,ч ch,ш sh,щ sh,ъ ,ы y,і i,ь ,э e,ю iu,я ia'
  )
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
)

/**
 * The word as it is compared: lower case, without marks, in Latin letters, so that `Volksverhetzung`, `диффамация`,
 * `diffamaciya` and `Beleidigung` are found however they are typed. `ue`, `oe`, `ae` count as the umlaut.
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[а-яёәғқңөұүһі]/g, (letter) => LETTERS[letter] ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/([aou])e/g, '$1')
    .replace(/ph/g, 'f')
    .replace(/x/g, 'ks')
    .replace(/[cq](?=[aouklrt])/g, 'k')
    .replace(/y/g, 'i')
}

/** The folded words of a text, in order; `§ 86a` gives `86a`. */
export function words(text: string): string[] {
  return text
    .split(/[^\p{L}\p{N}]+/u)
    .map(fold)
    .filter(Boolean)
}
