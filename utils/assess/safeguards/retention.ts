import { safeguard } from '../safeguard'

/** Evidence is kept for a bounded time: the shortest of its grounds', within the organisation's limit. */
export const retention = safeguard({
  id: 'retention',
  number: 14,
  source: 'GDPR Article 5(1)(e); DSA Article 20(1) (six months); Regulation (EU) 2021/784, Article 6',
  finds: { retentionLong: 'block' },
  check: ({ notice: { grounds }, rules: { maxRetentionDays: max } }, when) =>
    grounds.flatMap(({ ground: { retentionDays: days } }, i) =>
      when(days > max, 'retentionLong', `grounds.${i}`, { days, max }),
    ),
})
