import { useEffect, useRef, useState } from 'preact/hooks'
import { size } from '../../utils/i18n/formats'
import { type Imported, importOutbox } from '../../utils/outbox/backup/import'
import { openOutbox } from '../../utils/outbox/open'
import { type Room, readRoom, roomProblem } from '../../utils/outbox/room'
import { ProblemError } from '../../utils/problem'
import { ask } from '../ask'
import { Button } from '../controls/button'
import { Field } from '../controls/field'
import { Message } from '../controls/message'
import { Section } from '../controls/section'
import { ProblemNote } from '../problem'
import { useText } from '../text'
import { useWork } from '../use-asked'
import { Damaged } from './damaged'
import { Passphrase } from './passphrase'
import { SaveBackup } from './save-backup'

/** How much the outbox takes, its backup under a passphrase, and taking one in on another machine. */
export function Storage() {
  const { t } = useText()
  return (
    <Section id="storage" title={t('options.storage.title')} lead={t('options.storage.lead')}>
      <Damaged />
      <RoomCard />
      <SaveCard />
      <TakeCard />
    </Section>
  )
}

function RoomCard() {
  const { t } = useText()
  const [room, set] = useState<Room | null>(null)
  useEffect(() => void readRoom().then(set, () => {}), [])
  const problem = roomProblem(room)
  return (
    <div class="card">
      <h3>{t('options.storage.room')}</h3>
      <p>
        {room
          ? t('options.storage.used', { used: size(room.used, t), quota: size(room.quota, t) })
          : t('options.storage.unknown')}
      </p>
      <p class="quiet">{t(room?.persisted ? 'options.storage.persisted' : 'options.storage.mayGo')}</p>
      <p class="quiet">{t('options.storage.private')}</p>
      {problem && <ProblemNote problem={problem} />}
    </div>
  )
}

function SaveCard() {
  const { t } = useText()
  return (
    <div class="card">
      <h3>{t('options.storage.save')}</h3>
      <p class="quiet">{t('options.storage.saveHint')}</p>
      <SaveBackup main />
    </div>
  )
}

function TakeCard() {
  const { t } = useText()
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const [words, setWords] = useState('')
  const [done, setDone] = useState<Imported | null>(null)
  const { busy, problem, run } = useWork()
  const take = () =>
    run(async () => {
      setDone(null)
      if (!file) throw new ProblemError({ code: 'backupMissing', field: 'file' })
      const taken = await importOutbox(openOutbox(), words, file)
      await ask('outbox.drain', {})
      setWords('')
      setFile(null)
      if (input.current) input.current.value = ''
      setDone(taken)
    })
  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void take()
      }}
    >
      <h3>{t('options.storage.take')}</h3>
      <p class="quiet">{t('options.storage.takeHint')}</p>
      <Field label={t('options.storage.file')}>
        {({ class: _, ...control }) => (
          <input
            {...control}
            ref={input}
            type="file"
            accept=".backup"
            onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
          />
        )}
      </Field>
      <Passphrase label={t('options.storage.itsPassphrase')} value={words} change={setWords} />
      <div class="buttons">
        <Button type="submit" busy={busy}>
          {t('options.storage.takeDo')}
        </Button>
      </div>
      {problem && <ProblemNote problem={problem} />}
      {done && <Message tone="good">{t('options.storage.taken', done)}</Message>}
    </form>
  )
}
