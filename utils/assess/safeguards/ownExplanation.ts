import type { Ground } from '../../grounds/ground'
import { isIn } from '../../media-fragment'
import { safeguard } from '../safeguard'
import { ownWords, runsOf, size, wordsOf } from '../text'

/** Letters and words below which nothing has been explained. */
export const MIN_SIZE = 30
export const MIN_WORDS = 5
/** Words that are the reviewer's and not the ground's or the item's. */
export const MIN_OWN = 4

/** Why each ground applies, in the reviewer's own words, and to which words or part of a picture of the item. */
export const ownExplanation = safeguard({
  id: 'ownExplanation',
  number: 1,
  source: 'DSA Article 16(2)(a); Oversight Board, UK drill music: the line, why, on what evidence',
  finds: {
    whyMissing: 'block',
    whyShort: 'block',
    whyIsTitle: 'block',
    whyIsCopy: 'block',
    whyFromEarlier: 'warn',
    passageMissing: 'warn',
    passageElsewhere: 'warn',
    placeElsewhere: 'block',
  },
  check({ notice: { grounds, item }, history }, when) {
    const read = wordsOf(item.text ?? '')
    const itemRuns = runsOf(read)
    const itemWords = read.join(' ')
    return grounds.flatMap(({ ground, explanation: { why, passage, places = [] } }, i) => {
      const field = `grounds.${i}.why`
      const quote = wordsOf(passage ?? '')
      const wrong = whyWrong(why, ground, [itemRuns, runsOf(quote)])
      const quoted = quote.join(' ')
      const about = itemWords !== '' && ground.capture !== 'url'
      const outside = places.some((place) => !isIn(item.media, place))
      const elsewhere = about && !item.truncated && !itemWords.includes(quoted)
      return [
        ...when(wrong !== null, wrong ?? 'whyMissing', field),
        ...when(wrong === null && history.copied.includes(ground.id), 'whyFromEarlier', field),
        ...when(about && quoted === '' && places.length === 0, 'passageMissing', `grounds.${i}.passage`),
        ...when(elsewhere, 'passageElsewhere', `grounds.${i}.passage`),
        ...when(outside, 'placeElsewhere', `grounds.${i}.places`),
      ]
    })
  },
})

/** What is wrong with an explanation, or null. `item`: the runs of words of what is reported. */
function whyWrong(why: string, ground: Ground, item: Set<string>[]) {
  const said = wordsOf(why)
  if (said.length === 0) return 'whyMissing'
  if (size(why) < MIN_SIZE || said.length < MIN_WORDS) return 'whyShort'
  const { title, titles, instrument, provision, elements, defences } = ground
  const named = new Set(wordsOf([title, ...Object.values(titles), instrument, provision].join(' ')))
  const phrases = [...elements, ...defences]
    .flatMap((phrase) => Object.values(phrase))
    .map((text) => runsOf(wordsOf(text)))
  const besideTitle = said.filter((word) => !named.has(word)).length
  if (Math.min(besideTitle, ownWords(said, phrases)) < MIN_OWN) return 'whyIsTitle'
  return ownWords(said, item) < MIN_OWN ? 'whyIsCopy' : null
}
