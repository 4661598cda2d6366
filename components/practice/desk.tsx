import { useEffect, useMemo, useState } from 'preact/hooks'
import { noticeIn } from '../../utils/notice'
import { Ago } from '../controls/ago'
import { ProblemNote } from '../problem'
import { useText } from '../text'
import { useAsked } from '../use-asked'
import { Reading, type Received } from './reading'

/** The platform's side: what was received, newest first; one of them opened, to be read and decided on. */
export function Desk() {
  const { t } = useText()
  const { value, problem, again } = useAsked('practice.list', {})
  const [open, setOpen] = useState<string | null>(null)
  useEffect(() => {
    const channel = new BroadcastChannel('flagpost')
    channel.onmessage = () => void again()
    return () => channel.close()
  }, [again])
  const received = useMemo<Received[]>(
    () => value?.map((one) => ({ ...one, notice: noticeIn(one.body) })) ?? [],
    [value],
  )
  const shown =
    received.find(({ id }) => id === open) ?? received.find(({ decided }) => !decided) ?? received[0]

  if (problem) return <ProblemNote problem={problem} />
  if (value?.length === 0) return <p class="card quiet">{t('practice.empty')}</p>
  return (
    <>
      <ul class="received" aria-label={t('practice.received')}>
        {received.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              aria-current={one.id === shown?.id ? 'true' : undefined}
              onClick={() => setOpen(one.id)}
            >
              <Line one={one} />
            </button>
          </li>
        ))}
      </ul>
      {shown && <Reading key={shown.id} received={shown} changed={again} />}
    </>
  )
}

/** One line of the list: whose post, for what reason, since when, and what came of it. */
function Line({ one: { notice, receivedAt, decision } }: { one: Received }) {
  const { t, locale } = useText()
  if (!notice) return <>{t('practice.unreadable')}</>
  const { item, grounds } = notice
  const ground = grounds[0]?.ground
  return (
    <>
      <b>
        <bdi>{item.author.name ?? item.author.handle ?? item.permalink}</bdi>
      </b>
      <span class="quiet">
        {ground && <bdi>{ground.titles[locale] ?? ground.title}</bdi>}
        {grounds.length > 1 && ` +${grounds.length - 1}`}
      </span>
      <span class="quiet small">
        <Ago at={receivedAt} />
      </span>
      <span class={decision ? 'chip good' : 'chip accent'}>
        {decision ? `✓ ${t(`outcome.${decision.outcome}`)}` : `○ ${t('practice.open')}`}
      </span>
    </>
  )
}
