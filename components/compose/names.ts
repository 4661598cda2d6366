import type { GroundHit } from '../../utils/messages'

/** Where a ground stands: "Criminal Code of Kazakhstan, art. 174 · KZ". */
export function kindOf({ instrument, provision, jurisdiction }: GroundHit): string {
  return [`${instrument}, ${provision}`, jurisdiction].filter(Boolean).join(' · ')
}
