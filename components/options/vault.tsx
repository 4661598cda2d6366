import { useState } from 'preact/hooks'
import { isShort, SHORTEST } from '../../utils/passphrase'
import { settings } from '../../utils/settings'
import { ask } from '../ask'
import { Button } from '../controls/button'
import { Field } from '../controls/field'
import { Message } from '../controls/message'
import { ProblemNote } from '../problem'
import { useText } from '../text'
import { useWork } from '../use-asked'
import { Unlock } from '../vault/unlock'
import { useVault } from '../vault/use-vault'

const MINUTES = [1, 5, 15, 30, 60, 120, 240]

/** The passphrase over the connections' secrets: set, changed, taken away; when it locks. `fixed`: by policy. */
export function VaultCard({ fixed }: { fixed: boolean }) {
  const { t } = useText()
  const vault = useVault()
  const [typed, type] = useState('')
  const [again, typeAgain] = useState('')
  const [tried, setTried] = useState(false)
  const [done, setDone] = useState<'set' | 'taken' | null>(null)
  const { busy, problem, run } = useWork()
  if (!vault) return null
  if (vault.locked) return <Unlock />

  const short = isShort(typed)
  const other = typed !== again
  const protect = (passphrase: string | null) =>
    run(async () => {
      await ask('vault.protect', { passphrase })
      type('')
      typeAgain('')
      setTried(false)
      setDone(passphrase === null ? 'taken' : 'set')
    })
  const set = (event: Event) => {
    event.preventDefault()
    setTried(true)
    setDone(null)
    if (!short && !other) void protect(typed)
  }
  const minutes = MINUTES.includes(vault.lockMinutes)
    ? MINUTES
    : [...MINUTES, vault.lockMinutes].sort((a, b) => a - b)

  return (
    <div class="card">
      <h3>{t('options.privacy.vault')}</h3>
      <p class="quiet">{t(vault.passphrase ? 'options.privacy.vaultOn' : 'options.privacy.vaultOff')}</p>
      <form onSubmit={set}>
        <Field
          label={t(vault.passphrase ? 'options.privacy.vaultNew' : 'options.privacy.vaultSet')}
          hint={t('options.privacy.vaultSetHint', { count: SHORTEST })}
          wrong={tried && short ? t('problem.passphraseShort', { count: SHORTEST }) : null}
        >
          {(control) => (
            <input
              {...control}
              type="password"
              autocomplete="new-password"
              value={typed}
              onInput={(event) => type(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field
          label={t('options.privacy.vaultAgain')}
          wrong={tried && !short && other ? t('options.privacy.vaultOther') : null}
        >
          {(control) => (
            <input
              {...control}
              type="password"
              autocomplete="new-password"
              value={again}
              onInput={(event) => typeAgain(event.currentTarget.value)}
            />
          )}
        </Field>
        <div class="buttons">
          <Button type="submit" busy={busy}>
            {t(vault.passphrase ? 'options.privacy.vaultChange' : 'options.privacy.vaultDo')}
          </Button>
          {vault.passphrase && (
            <>
              <Button onClick={() => void run(() => ask('vault.lock', {}))}>
                {t('options.privacy.vaultLock')}
              </Button>
              <Button kind="quiet" busy={busy} onClick={() => void protect(null)}>
                {t('options.privacy.vaultTake')}
              </Button>
            </>
          )}
        </div>
      </form>
      {done && (
        <Message tone="good">
          {t(done === 'set' ? 'options.privacy.vaultDone' : 'options.privacy.vaultTaken')}
        </Message>
      )}
      {problem && <ProblemNote problem={problem} />}
      {vault.passphrase && (
        <Field
          label={t('options.privacy.lockAfter')}
          hint={t(fixed ? 'options.fixed' : 'options.privacy.lockAfterHint')}
        >
          {(control) => (
            <select
              {...control}
              class="input short"
              disabled={fixed}
              value={String(vault.lockMinutes)}
              onChange={(event) => void settings.set({ lockMinutes: Number(event.currentTarget.value) })}
            >
              {minutes.map((count) => (
                <option key={count} value={String(count)}>
                  {t('options.privacy.minutes', { count })}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </div>
  )
}
