import { useEffect, useState } from 'preact/hooks'
import type { Connection } from '../../utils/messages'
import { openOutbox } from '../../utils/outbox/open'
import type { State } from '../../utils/outbox/state'
import { ask } from '../ask'
import { Confirm } from '../controls/confirm'
import { ProblemNote } from '../problem'
import { useText } from '../text'
import { useWork } from '../use-asked'
import { SaveBackup } from './save-backup'

const UNSENT: readonly State[] = ['held', 'inReview', 'queued', 'sending', 'refused', 'uncertain']

type Counts = { unsent: number; open: number }

/** Its notices that were not delivered, and those whose decision is still to come. */
async function countOf(connectionId: string): Promise<Counts> {
  const rows = await openOutbox().list({ states: [...UNSENT, 'delivered'], limit: Number.POSITIVE_INFINITY })
  const own = rows.filter((row) => row.connectionId === connectionId)
  const unsent = own.filter(({ state }) => UNSENT.includes(state)).length
  return { unsent, open: own.length - unsent }
}

type RemoveProps = { connection: Connection; close: () => void; removed: () => Promise<void> }

/** Asks once before a connection goes, and says what becomes of its notices. */
export function RemoveConnection({ connection, close, removed }: RemoveProps) {
  const { t } = useText()
  const [counts, setCounts] = useState<Counts | null>(null)
  const { problem, run } = useWork()
  useEffect(
    () => void countOf(connection.id).then(setCounts, () => setCounts({ unsent: 0, open: 0 })),
    [connection.id],
  )
  if (!counts) return null
  const remove = async () => {
    if (await run(() => ask('connection.remove', { connectionId: connection.id }))) {
      close()
      await removed()
    }
  }
  return (
    <Confirm
      title={t('options.connections.removeTitle', { name: connection.name })}
      action={t('options.connections.remove')}
      confirm={remove}
      cancel={close}
    >
      <p>{t('options.connections.removeSecret')}</p>
      {counts.unsent > 0 && <p>{t('options.connections.removeUnsent', { count: counts.unsent })}</p>}
      {counts.open > 0 && <p>{t('options.connections.removeOpen', { count: counts.open })}</p>}
      {counts.unsent + counts.open > 0 && (
        <details>
          <summary>{t('options.connections.keep')}</summary>
          <div class="keep">
            <p class="quiet small">{t('options.connections.keepHint')}</p>
            <SaveBackup connectionId={connection.id} />
          </div>
        </details>
      )}
      {problem && <ProblemNote problem={problem} />}
    </Confirm>
  )
}
