import { shippedText } from '../../scripts/pack-files'
import { buildCatalogue, type Catalogue } from '../../utils/grounds/catalogue'
import { expandPack } from '../../utils/grounds/pack-file'
import { prepareSearch, searchGrounds } from '../../utils/grounds/search'
import { type Bench, ratio } from './figure'

/** Words on their way, and such as are in nothing but with a typing error. */
const TYPED = 'h ha hat hate 1 17 174 § §1 §13 §130 т те тер терр volk terror'.split(' ')
const WRONG = 'haet vlok теорр difamatsiia insitement zvgzvg'.split(' ')
const text = shippedText()

/** As the background reads it at its first use. */
function read(): Catalogue {
  const { packs, phrases, taxonomy } = JSON.parse(text)
  return buildCatalogue(
    packs.map((pack: never) => expandPack(pack, phrases)),
    taxonomy,
  )
}

const timed = (work: () => unknown): number => {
  const before = performance.now()
  work()
  return performance.now() - before
}

const keystroke = (catalogue: Catalogue, query: string) =>
  searchGrounds(catalogue, {
    query,
    platform: 'facebook',
    limit: 20,
    locale: 'en',
    recent: [],
    favourites: [],
    jurisdictions: ['KZ'],
  })

export default {
  about: 'Finding a ground, against reading through all of them; the index that the first word needs',
  async run() {
    const catalogue = read()
    const scan = (query: string) =>
      catalogue.all().filter((ground) => JSON.stringify(ground).toLowerCase().includes(query))
    const each = (queries: string[], find: (query: string) => unknown) => async () =>
      timed(() => queries.map(find))
    const search = (query: string) => keystroke(catalogue, query)
    return [
      await ratio('finding a ground by words', 0.3, each(TYPED, search), each(TYPED, scan)),
      await ratio('finding a ground in spite of a typing error', 1, each(WRONG, search), each(WRONG, scan)),
      await ratio(
        'index of all grounds, against twenty times through them',
        1,
        async () => {
          const fresh = read()
          return timed(() => prepareSearch(fresh))
        },
        each(Array(20).fill('hate'), scan),
      ),
    ]
  },
} satisfies Bench
