import { readAddress } from '../address'
import { safeguard } from '../safeguard'
import { size } from '../text'

/** From the third open notice on one author the reviewer says why. */
export const SOFT = 3
export const MIN_REASON = 20
const MAX_OTHERS = 3

/** No reporting of all that a person wrote: several open notices on one author need a reason, many are refused. */
export const noBulk = safeguard({
  id: 'noBulk',
  number: 4,
  source: 'Oversight Board, UK drill music (one genre); Santa Clara Principles 2.0, Government Engagement',
  finds: {
    manyOnAuthor: 'block',
    manyOnAuthorSaid: 'warn',
    tooManyOnAuthor: 'block',
    otherItems: 'block',
    alreadyReported: 'warn',
  },
  check({ notice, history, rules: { maxOpenPerAuthor: max } }, when) {
    const { item, grounds, reasons } = notice
    const field = 'reasons.manyOnAuthor'
    const count = history.openOnAuthor + 1
    const most = history.mostOnAuthor + 1
    const said = size(reasons?.manyOnAuthor ?? '') >= MIN_REASON
    return [
      ...when(count >= SOFT && !said, 'manyOnAuthor', field, { count }),
      ...when(count >= SOFT && said, 'manyOnAuthorSaid', field, { count }),
      ...when(max !== null && most > max, 'tooManyOnAuthor', 'item.permalink', {
        count: most,
        max: max ?? 0,
      }),
      ...grounds.flatMap(({ explanation: { why, basis } }, i) =>
        when(
          otherItems(`${why} ${basis ?? ''}`, item.permalink) >= MAX_OTHERS,
          'otherItems',
          `grounds.${i}.why`,
        ),
      ),
      ...when(history.openOnItem, 'alreadyReported', 'item.permalink'),
    ]
  },
})

/** How many other items of known platforms a text names by their addresses. */
function otherItems(text: string, own: string): number {
  const addresses = text.match(/https:\/\/[^\s<>"«»]{1,500}/g) ?? []
  const read = addresses.map((address) => readAddress('web', address.replace(/[.,;:!?)]+$/, '')))
  const items = read.filter(({ site, meaning }) => site !== null && meaning === 'item')
  return new Set(items.map(({ canonical }) => canonical).filter((address) => address !== own)).size
}
