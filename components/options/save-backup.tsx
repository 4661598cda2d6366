import { useState } from 'preact/hooks'
import { size } from '../../utils/i18n/formats'
import { exportOutbox } from '../../utils/outbox/backup/export'
import { openOutbox } from '../../utils/outbox/open'
import { SHORTEST } from '../../utils/passphrase'
import { ProblemError } from '../../utils/problem'
import { Button } from '../controls/button'
import { Message } from '../controls/message'
import { ProblemNote } from '../problem'
import { saveBlob } from '../save'
import { useText } from '../text'
import { useWork } from '../use-asked'
import { Passphrase } from './passphrase'

/**
 * Asks for a passphrase twice and saves a backup under it: of the whole outbox, or of one connection's notices. No form
 * of its own, so that it can stand in a dialog; Enter in a field saves, and does nothing else.
 */
export function SaveBackup({ connectionId, main = false }: { connectionId?: string; main?: boolean }) {
  const { t } = useText()
  const [words, setWords] = useState('')
  const [again, setAgain] = useState('')
  const [done, setDone] = useState<string | null>(null)
  const { busy, problem, run } = useWork()
  const save = () =>
    run(async () => {
      setDone(null)
      if (words !== again) throw new ProblemError({ code: 'passphraseDiffers', field: 'again' })
      const file = await exportOutbox(openOutbox(), words, connectionId)
      const day = new Date().toISOString().slice(0, 10)
      saveBlob(`flagpost-${connectionId === undefined ? '' : 'connection-'}${day}.backup`, file)
      setWords('')
      setAgain('')
      setDone(size(file.size, t))
    })
  const enter = () => {
    if (!busy) void save()
  }
  return (
    <>
      <Passphrase
        label={t('options.storage.passphrase')}
        hint={t('options.storage.least', { least: SHORTEST })}
        value={words}
        change={setWords}
        enter={enter}
        fresh
      />
      <Passphrase label={t('options.storage.again')} value={again} change={setAgain} enter={enter} fresh />
      <div class="buttons">
        <Button {...(main ? { kind: 'primary' as const } : {})} busy={busy} onClick={save}>
          {t('options.storage.saveDo')}
        </Button>
      </div>
      {problem && <ProblemNote problem={problem} />}
      {done !== null && <Message tone="good">{t('options.storage.saved', { size: done })}</Message>}
    </>
  )
}
