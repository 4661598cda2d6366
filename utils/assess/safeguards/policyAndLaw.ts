import { rulesOwner } from '../../grounds/platforms'
import { hostOf } from '../../host'
import { SITES } from '../../sites'
import type { Site } from '../../sites/site'
import { readAddress } from '../address'
import { safeguard } from '../safeguard'
import { foldedWords } from '../text'

const ownerOf = (site: Site) => rulesOwner(site.policies)

/** A platform's rules and the law are apart: each with its own explanation, rules only on their own platform. */
export const policyAndLaw = safeguard({
  id: 'policyAndLaw',
  number: 2,
  source: 'CM/Rec(2018)2 (no pressure through terms of service); DSA Transparency Database, source_type',
  finds: {
    groundKindWrong: 'block',
    policyElsewhere: 'block',
    whyForBoth: 'block',
    whyForSeveral: 'warn',
    lawNotNamed: 'warn',
  },
  check({ notice: { item, grounds }, rules }, when) {
    const { site } = readAddress(item.platform, item.permalink)
    const said = grounds.map(({ explanation }) => foldedWords(explanation.why))
    const noLaw = rules.publicAuthority && grounds.every(({ ground }) => ground.kind === 'policy')
    return [
      ...grounds.flatMap(({ ground: { kind, jurisdiction, platform } }, i) => {
        const field = `grounds.${i}`
        const mixed = kind === 'law' ? !jurisdiction || platform : !platform || jurisdiction
        const foreign =
          kind === 'policy' && platform !== undefined && !holdsOn(platform, site, item.permalink)
        const twins = grounds.filter((_, j) => j !== i && said[i] !== '' && said[j] === said[i])
        const both = twins.some(({ ground }) => ground.kind !== kind)
        return [
          ...when(Boolean(mixed), 'groundKindWrong', field),
          ...when(foreign, 'policyElsewhere', field, { name: platform ?? '' }),
          ...when(both, 'whyForBoth', `${field}.why`),
          ...when(twins.length > 0 && !both, 'whyForSeveral', `${field}.why`),
        ]
      }),
      ...when(noLaw, 'lawNotNamed', 'grounds'),
    ]
  },
})

/**
 * Do these rules hold on this site? A server's own rules (its host name) on that server alone. Rules of a platform
 * that we do not know (an organisation's own pack) may; those of software that any host can run hold where no other
 * platform is known to be.
 */
function holdsOn(owner: string, site: Site | null, permalink: string): boolean {
  if (owner.includes('.')) return hostOf(permalink) === owner
  const owners = SITES.filter((one) => ownerOf(one) === owner)
  if (owners.length === 0) return true
  if (site) return ownerOf(site) === owner
  return owners.some(({ find }) => find.origin === 'self')
}
