import { useState } from 'preact/hooks'
import { ask } from '../ask'
import { Button } from '../controls/button'
import { Confirm } from '../controls/confirm'
import { Field } from '../controls/field'
import { ProblemNote } from '../problem'
import { useText } from '../text'
import { useWork } from '../use-asked'
import './vault.css'

/** What a locked vault holds up, and the field that unlocks it; `level`: of its heading in the page around it. */
export function Unlock({ level = 3 }: { level?: 2 | 3 }) {
  const { t } = useText()
  const Heading = `h${level}` as const
  const [typed, type] = useState('')
  const [forgetting, setForgetting] = useState(false)
  const { busy, problem, run } = useWork()
  const unlock = (event: Event) => {
    event.preventDefault()
    void run(async () => {
      await ask('vault.unlock', { passphrase: typed })
      type('')
    })
  }
  return (
    <section class="unlock" aria-labelledby="unlock-title">
      <Heading id="unlock-title">{t('vault.locked')}</Heading>
      <p class="small quiet">{t('vault.lockedHint')}</p>
      <form onSubmit={unlock}>
        <Field label={t('vault.passphrase')}>
          {(control) => (
            <input
              {...control}
              type="password"
              autocomplete="current-password"
              value={typed}
              onInput={(event) => type(event.currentTarget.value)}
            />
          )}
        </Field>
        <div class="buttons">
          <Button type="submit" kind="primary" busy={busy}>
            {t('vault.unlock')}
          </Button>
          <Button kind="quiet" onClick={() => setForgetting(true)}>
            {t('vault.forgotten')}
          </Button>
        </div>
      </form>
      {problem && <ProblemNote problem={problem} />}
      {forgetting && (
        <Confirm
          title={t('vault.forgetTitle')}
          action={t('vault.forget')}
          confirm={() => void run(() => ask('vault.forget', {})).then(() => setForgetting(false))}
          cancel={() => setForgetting(false)}
        >
          <p>{t('vault.forgetHint')}</p>
        </Confirm>
      )}
    </section>
  )
}
