import { measuresFor } from '../../grounds/measures'
import { safeguard } from '../safeguard'

/** The mildest measure that helps: what a law asks for is asked for where it holds; removal comes last. */
export const proportion = safeguard({
  id: 'proportion',
  number: 18,
  source: 'CM/Rec(2018)2 (proportionate, least restrictive); ECHR Article 10(2)',
  finds: { measureBeyondLaw: 'warn', measureHarsh: 'warn', measureUnfit: 'warn' },
  check: ({ notice: { grounds } }, when) =>
    grounds.flatMap(({ ground, measure }, i) => {
      const field = `grounds.${i}.measure`
      const fitting = measuresFor(ground)
      const harsh = measure === 'remove' && fitting[0] !== 'remove'
      const beyond = harsh && fitting.includes('restrict')
      return [
        ...when(beyond, 'measureBeyondLaw', field),
        ...when(harsh && !beyond, 'measureHarsh', field),
        ...when(measure !== 'none' && !fitting.includes(measure), 'measureUnfit', field),
      ]
    }),
})
