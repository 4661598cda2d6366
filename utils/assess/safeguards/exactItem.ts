import { hostOf } from '../../host'
import { readAddress } from '../address'
import { lookalike } from '../lookalike'
import { safeguard } from '../safeguard'

/**
 * One notice, one item, at its exact address. A profile or channel only where every ground is about accounts; a
 * search, a hashtag, a feed never.
 */
export const exactItem = safeguard({
  id: 'exactItem',
  number: 3,
  source: 'DSA Article 16(2)(b); Meta, content violating local law: requests that are overly broad',
  finds: {
    addressNotPlain: 'block',
    addressUnknown: 'block',
    addressIsList: 'block',
    addressIsAccount: 'block',
    addressNotCanonical: 'block',
    addressWholeSite: 'warn',
    addressLookalike: 'warn',
  },
  check({ notice: { item, grounds } }, when) {
    const field = 'item.permalink'
    const { meaning, canonical, site } = readAddress(item.platform, item.permalink)
    const host = hostOf(item.permalink) ?? ''
    const like = lookalike(host)
    const forAccounts = grounds.every(({ ground }) => ground.scope === 'account')
    const account = meaning === 'account' || item.kind === 'profile' || item.kind === 'channel'
    const other = canonical !== null && canonical !== item.permalink
    return [
      ...when(meaning === 'notPlain', 'addressNotPlain', field),
      ...when(meaning === 'unknown', 'addressUnknown', field, { name: site?.name ?? '' }),
      ...when(meaning === 'list', 'addressIsList', field),
      ...when(account && !forAccounts, 'addressIsAccount', field),
      ...when(other, 'addressNotCanonical', field, { address: canonical ?? '' }),
      ...when(meaning === 'site', 'addressWholeSite', field),
      ...when(like !== null, 'addressLookalike', field, { host, name: like ?? '' }),
    ]
  },
})
