import type { Measure } from '../notice'
import type { Ground } from './ground'

/** What is harmful to some only: an age limit can be enough. */
const FOR_ADULTS =
  /ADULT_SEXUAL|NUDITY|AGE_SPECIFIC|SELF_MUTILATION|SUICIDE|EATING_DISORDERS|UNSAFE_CHALLENGES/
/** What misleads: saying so can be enough. */
const MISLEADS =
  /MISINFORMATION|FEMALE_GENDERED_DISINFORMATION|HIDDEN_ADVERTISEMENT|MISLEADING_INFO|VIOLATION_(EU|NATIONAL)_LAW/

/**
 * Measures in proportion to a ground, mildest first. `none` asks for an assessment only and comes first where speech
 * itself is punished; a territory is restricted for a law alone (a platform's rules hold everywhere); what nobody may
 * have can only be removed.
 */
export function measuresFor({ kind, capture, speech, dsa }: Ground): Measure[] {
  if (capture === 'url') return ['remove']
  const about = dsa.keywords.join(' ')
  return [
    ...(speech === 'high' ? (['none'] as const) : []),
    ...(MISLEADS.test(about) || (kind === 'policy' && speech !== 'none') ? (['label'] as const) : []),
    ...(FOR_ADULTS.test(about) ? (['ageGate'] as const) : []),
    ...(kind === 'law' ? (['restrict'] as const) : []),
    'remove',
  ]
}
