import { HISTORY_DAYS } from '../history'
import { safeguard } from '../safeguard'

const DAY = 86_400_000
/** How far a clock may be ahead of the receiver's. */
export const AHEAD = DAY

/**
 * Each notice is one person's act: its own moment of declaration, no more in a minute than a person writes. Its time
 * has to be true enough for the account's other notices to count: not to come, and not before what is remembered.
 */
export const noAutomation = safeguard({
  id: 'noAutomation',
  number: 4,
  source: 'Santa Clara Principles 2.0; DSA Article 23(2)–(3) (number and proportion of unfounded notices)',
  finds: { declarationShared: 'block', tooFast: 'block', madeAhead: 'block', madeLongAgo: 'block' },
  check({ history: { sameInstant, inSameMinute, receivedAt }, rules: { maxPerMinute: max }, at }, when) {
    const waited = receivedAt === null ? 0 : receivedAt - at
    return [
      ...when(sameInstant, 'declarationShared', 'goodFaith'),
      ...when(inSameMinute >= max, 'tooFast', 'goodFaith', { max }),
      ...when(waited < -AHEAD, 'madeAhead', 'createdAt'),
      ...when(waited > HISTORY_DAYS * DAY, 'madeLongAgo', 'createdAt', { days: HISTORY_DAYS }),
    ]
  },
})
