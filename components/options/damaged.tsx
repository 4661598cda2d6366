import { useEffect, useState } from 'preact/hooks'
import { exact } from '../../utils/i18n/formats'
import {
  type Aside,
  databaseName,
  exportAsItIs,
  listAside,
  removeAside,
  setAside,
} from '../../utils/outbox/aside'
import { openOutbox } from '../../utils/outbox/open'
import type { Problem } from '../../utils/problem'
import { problemIn } from '../ask'
import { Button } from '../controls/button'
import { Confirm } from '../controls/confirm'
import { ProblemNote } from '../problem'
import { saveBlob } from '../save'
import { useText } from '../text'
import { useWork } from '../use-asked'

const save = async (name: string) =>
  saveBlob(`${name}-${new Date().toISOString().slice(0, 10)}.ndjson`, await exportAsItIs(name))

/** An outbox that does not open, and those that were set aside; nothing while all is well. */
export function Damaged() {
  const { t } = useText()
  const [broken, setBroken] = useState<Problem | null>(null)
  const [aside, setList] = useState<Aside[]>([])
  const { busy, problem, run } = useWork()

  async function look() {
    setList(await listAside())
    setBroken(
      await openOutbox()
        .database()
        .then(() => null, problemIn),
    )
  }
  useEffect(() => void look(), [])

  return (
    <>
      {broken && (
        <div class="card">
          <h3>{t('options.storage.damaged')}</h3>
          <ProblemNote problem={broken} />
          <p class="quiet">{t('options.storage.damagedHint')}</p>
          <div class="buttons">
            <Button busy={busy} onClick={() => void run(async () => save(await databaseName()))}>
              {t('options.storage.saveAsIs')}
            </Button>
            <Button
              busy={busy}
              onClick={() =>
                void run(() => setAside(String(broken.params?.detail ?? broken.code))).then(look)
              }
            >
              {t('options.storage.setAside')}
            </Button>
          </div>
          {problem && <ProblemNote problem={problem} />}
        </div>
      )}
      {aside.length > 0 && (
        <div class="card">
          <h3>{t('options.storage.aside')}</h3>
          {aside.map((one) => (
            <AsideLine key={one.name} aside={one} gone={look} />
          ))}
        </div>
      )}
    </>
  )
}

function AsideLine({ aside: { name, at, reason }, gone }: { aside: Aside; gone: () => Promise<void> }) {
  const { t, locale } = useText()
  const [sure, setSure] = useState(false)
  const { busy, problem, run } = useWork()
  return (
    <>
      <p>{t('options.storage.asideOne', { day: exact(at, locale), reason })}</p>
      <div class="buttons">
        <Button busy={busy} onClick={() => void run(() => save(name))}>
          {t('options.storage.saveAsIs')}
        </Button>
        <Button kind="danger" busy={busy} onClick={() => setSure(true)}>
          {t('options.storage.asideGo')}
        </Button>
      </div>
      {problem && <ProblemNote problem={problem} />}
      {sure && (
        <Confirm
          title={t('options.storage.asideSure')}
          action={t('options.storage.asideDo')}
          confirm={() => {
            setSure(false)
            void run(() => removeAside(name)).then(gone)
          }}
          cancel={() => setSure(false)}
        >
          <p>{t('options.storage.asideLost')}</p>
        </Confirm>
      )}
    </>
  )
}
