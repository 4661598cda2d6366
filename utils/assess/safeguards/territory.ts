import { jurisdictionsOf } from '../../grounds/jurisdictions'
import { safeguard } from '../safeguard'

/** A law holds in its own country; everywhere at once only a platform's own rules do. */
export const territory = safeguard({
  id: 'territory',
  number: 18,
  source: 'Meta, content violating local law; Google legal removals: restricted only where the law holds',
  finds: { territoryUnknown: 'block', territoryBeyondLaw: 'block', jurisdictionNotAllowed: 'block' },
  check: ({ notice: { grounds }, rules: { jurisdictions } }, when) =>
    grounds.flatMap(({ ground: { kind, jurisdiction = '' }, territory: named }, i) => {
      const field = `grounds.${i}.territory`
      const law = kind === 'law'
      const unknown = named.some((code) => code !== 'global' && !/^[A-Z]{2}$/.test(code))
      const beyond = law && named.some((code) => !holdsIn(jurisdiction, code))
      const foreign = law && jurisdictions !== null && !jurisdictions.includes(jurisdiction)
      return [
        ...when(unknown, 'territoryUnknown', field),
        ...when(beyond, 'territoryBeyondLaw', field, { law: jurisdiction }),
        ...when(foreign, 'jurisdictionNotAllowed', `grounds.${i}`, { law: jurisdiction }),
      ]
    }),
})

const holdsIn = (jurisdiction: string, code: string) => jurisdictionsOf(code).includes(jurisdiction)
