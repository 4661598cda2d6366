import { useEffect, useState } from 'preact/hooks'
import { browser } from '../../utils/browser'
import { acknowledgeLoss, lossProblem } from '../../utils/outbox/anchor'
import { readRoom, roomProblem } from '../../utils/outbox/room'
import type { Problem } from '../../utils/problem'
import { Button } from '../controls/button'
import { ProblemNote } from '../problem'
import { useText } from '../text'
import { useWorld } from './around'

/** What is wrong with the storage itself: something was lost, or it is nearly full. Nothing while all is well. */
export function StorageAlert() {
  const { t } = useText()
  const { outbox } = useWorld()
  const [loss, setLoss] = useState<Problem | null>(null)
  const [full, setFull] = useState<Problem | null>(null)
  const [newer, setNewer] = useState(false)
  useEffect(() => {
    lossProblem().then(setLoss, () => {})
    outbox.readOnly().then(setNewer, () => {})
    readRoom().then(
      (room) => setFull(roomProblem(room)),
      () => {},
    )
  }, [outbox])
  const known = () => void acknowledgeLoss().then(() => setLoss(null))
  const backup = <ToStorage words={t('storage.toBackup')} />
  return (
    <>
      {newer && <ProblemNote problem={{ code: 'storageNewer' }}>{backup}</ProblemNote>}
      {loss && (
        <ProblemNote problem={loss}>
          {backup} <Button onClick={known}>{t('storage.known')}</Button>
        </ProblemNote>
      )}
      {full && <ProblemNote problem={full}>{backup}</ProblemNote>}
    </>
  )
}

/** Why the queue could not be read: it can be tried again, and of a storage that does not open the options say more. */
export function LoadProblem({ problem, reload }: { problem: Problem; reload: () => void }) {
  const { t } = useText()
  return (
    <ProblemNote problem={problem}>
      <Button onClick={reload}>{t('load.failed')}</Button>{' '}
      {problem.code === 'storageBroken' && <ToStorage words={t('storage.toDamaged')} />}
    </ProblemNote>
  )
}

/** Leads to what the options say of the storage. */
function ToStorage({ words }: { words: string }) {
  return (
    <Button onClick={() => void browser.tabs.create({ url: browser.runtime.getURL('options.html#storage') })}>
      {words}
    </Button>
  )
}
