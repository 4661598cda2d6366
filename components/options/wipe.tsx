import { useState } from 'preact/hooks'
import { openOutbox } from '../../utils/outbox/open'
import type { NoticeRow } from '../../utils/outbox/row'
import { ask } from '../ask'
import { Button } from '../controls/button'
import { Confirm } from '../controls/confirm'
import { Message } from '../controls/message'
import { ProblemNote } from '../problem'
import { useText } from '../text'
import { useWork } from '../use-asked'

/** States of notices that no backend has for certain: wiping loses them for good. */
const ONLY_HERE = ['held', 'inReview', 'queued', 'sending', 'refused', 'uncertain'] as const
/** How many are named one by one. */
const NAMED = 8

type Loss = { unsent: NoticeRow[]; drafts: number; kept: number }

async function lossOf(): Promise<Loss> {
  const outbox = openOutbox()
  const limit = Number.POSITIVE_INFINITY
  const [unsent, all, drafts] = await Promise.all([
    outbox.list({ states: ONLY_HERE, limit }),
    outbox.list({ limit }),
    outbox.drafts(),
  ])
  return { unsent, drafts: drafts.length, kept: all.length - unsent.length }
}

/** Ends everything that is kept in this browser. Asks twice, and names what would be lost. */
export function Wipe() {
  const { t } = useText()
  const [loss, setLoss] = useState<Loss | null>(null)
  const [sure, setSure] = useState(false)
  const [done, setDone] = useState(false)
  const { busy, problem, run } = useWork()

  const close = () => {
    setLoss(null)
    setSure(false)
  }
  const wipe = () =>
    run(async () => {
      await ask('local.wipe', {})
      close()
      setDone(true)
    })

  return (
    <div class="card">
      <h3>{t('options.privacy.wipe')}</h3>
      <p class="quiet">{t('options.privacy.wipeHint')}</p>
      <div class="buttons">
        <Button kind="danger" busy={busy} onClick={() => run(async () => setLoss(await lossOf()))}>
          {t('options.privacy.wipeStart')}
        </Button>
      </div>
      {done && <Message tone="good">{t('options.privacy.wiped')}</Message>}
      {problem && <ProblemNote problem={problem} />}
      {loss && !sure && (
        <Confirm
          title={t('options.privacy.wipeTitle')}
          action={t('options.privacy.wipeNext')}
          confirm={() => setSure(true)}
          cancel={close}
        >
          {loss.unsent.length > 0 ? (
            <>
              <p>
                <strong>{t('options.privacy.wipeUnsent', { count: loss.unsent.length })}</strong>
              </p>
              <ul>
                {loss.unsent.slice(0, NAMED).map((row) => (
                  <NamedNotice key={row.id} row={row} />
                ))}
                {loss.unsent.length > NAMED && (
                  <li>{t('options.privacy.wipeMore', { count: loss.unsent.length - NAMED })}</li>
                )}
              </ul>
            </>
          ) : (
            <p>{t('options.privacy.wipeNothingUnsent')}</p>
          )}
          <p>{t('options.privacy.wipeRest', { drafts: loss.drafts, notices: loss.kept })}</p>
        </Confirm>
      )}
      {loss && sure && (
        <Confirm
          key="sure"
          title={t('options.privacy.wipeSure')}
          action={t('options.privacy.wipeDo')}
          confirm={wipe}
          cancel={close}
        >
          <p>{t('options.privacy.wipeSureHint')}</p>
        </Confirm>
      )}
    </div>
  )
}

/** One notice that would be lost: who wrote it where, how far it got. */
function NamedNotice({ row: { summary, state } }: { row: NoticeRow }) {
  const { t } = useText()
  const words = summary.author ?? summary.permalink
  return (
    <li>
      <bdi>{words}</bdi> · {t(`kind.${summary.kind}`)} · {t(`state.${state}`)}
    </li>
  )
}
