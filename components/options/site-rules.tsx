import { day } from '../../utils/i18n/formats'
import type { SitePackPreview, SitePackState } from '../../utils/messages'
import { ask } from '../ask'
import { Button } from '../controls/button'
import { Switch } from '../controls/switch'
import { ProblemNote } from '../problem'
import { useText } from '../text'
import { useAsked, useWork } from '../use-asked'
import { SignedFile } from './signed-file'

/** The rules by which sites are read: the shipped ones, and newer ones that came as a signed pack. */
export function SiteRules({ changed }: { changed: () => Promise<void> }) {
  const { t, locale } = useText()
  const { value, problem, again } = useAsked('rules.state', {})
  const { problem: wrong, run } = useWork()

  const look = async () => {
    await Promise.all([again(), changed()])
  }
  const set = (shippedOnly: boolean) =>
    run(async () => {
      await ask('rules.shipped', { only: shippedOnly })
      await look()
    })
  const drop = () =>
    run(async () => {
      await ask('rules.drop', {})
      await look()
    })
  const date = (instant: string | number) =>
    day(typeof instant === 'string' ? Date.parse(instant) : instant, locale)
  /** Which pack it is, how long it holds, and which sites it is for. */
  const described = ({
    id,
    version,
    issuedAt,
    expiresAt,
    sites,
  }: SitePackPreview | NonNullable<SitePackState>) =>
    `${t('options.rules.pack', { pack: id, version, issued: date(issuedAt), until: date(expiresAt) })} ${sites.join(' · ')}`
  const pack = value?.pack ?? null

  return (
    <div class="card">
      <h3>{t('options.rules.title')}</h3>
      <p class="small quiet">{t('options.rules.lead')}</p>
      {problem && <ProblemNote problem={problem} />}
      {value && !pack && <p>{t('options.rules.shipped')}</p>}
      {pack && (
        <>
          <p>{described(pack)}</p>
          <p class="fingerprint">
            <span class="small quiet">{t('options.grounds.signedBy')} </span>
            <code>{pack.fingerprint}</code>
          </p>
          {pack.over && (
            <ProblemNote problem={{ code: pack.over, params: { day: pack.expiresAt.slice(0, 10) } }} />
          )}
          <Button kind="quiet" onClick={drop}>
            {t('options.rules.drop')}
          </Button>
        </>
      )}
      {value && (
        <Switch
          label={t('options.rules.only')}
          hint={t('options.rules.onlyHint')}
          on={value.shippedOnly}
          change={set}
        />
      )}
      <SignedFile
        label={t('options.rules.import')}
        hint={t('options.rules.importHint')}
        read={(text) => ask('rules.preview', { text })}
        by={(preview) => preview}
        show={(preview) => <p>{described(preview)}</p>}
        keep={(text) => ask('rules.import', { text })}
        kept={() => t('options.rules.done')}
        changed={look}
      />
      {wrong && <ProblemNote problem={wrong} />}
    </div>
  )
}
