import { isDeclaration } from '../../grounds/declaration'
import { safeguard } from '../safeguard'

/** The declaration belongs to the making of its notice. */
export const MAX_APART = 3_600_000

/** The good-faith statement: our exact words, in a version that held when it was made, made for this notice. */
export const goodFaith = safeguard({
  id: 'goodFaith',
  number: 5,
  source: 'DSA Article 16(2)(d)',
  finds: { declarationOther: 'block', declarationStale: 'block' },
  check({ notice: { declaration }, at }, when) {
    const apart = Math.abs(Date.parse(declaration.madeAt) - at)
    return [
      ...when(!isDeclaration(declaration), 'declarationOther', 'goodFaith'),
      ...when(apart > MAX_APART, 'declarationStale', 'goodFaith'),
    ]
  },
})
