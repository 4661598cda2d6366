import { useState } from 'preact/hooks'
import { day } from '../../utils/i18n/formats'
import type { SiteInfo } from '../../utils/messages'
import { settings } from '../../utils/settings'
import { Button } from '../controls/button'
import { Message } from '../controls/message'
import { Switch } from '../controls/switch'
import { switchOff, switchOn } from '../permit-sites'
import { ProblemNote } from '../problem'
import { useText } from '../text'
import { useWork } from '../use-asked'
import { useInForce, useSettings } from '../use-settings'

/** So many addresses are named; the rest on hover. */
const NAMED = 5

/** `https://*.facebook.com/*` as people write it. */
const shown = (match: string) => match.replace(/^https:\/\//, '').replace(/\/\*$/, '')

/** One site: how far it is proven, where it runs, its switch. */
export function SiteRow({ site, changed }: { site: SiteInfo; changed: () => Promise<void> }) {
  const { t, locale } = useText()
  const { problem, run } = useWork()
  const [refused, setRefused] = useState(false)
  const proven = site.proof === 'proven'
  const where = site.matches.map(shown).filter((where) => !site.servers?.some(({ host }) => host === where))
  const held = day(Date.parse(site.held), locale)

  const change = (on: boolean) =>
    run(async () => {
      setRefused(false)
      if (on) setRefused(!(await switchOn(site)))
      else await switchOff(site)
      await changed()
    })

  return (
    <li class="row" data-site={site.id}>
      <div class="row-head">
        <Switch label={site.name} on={site.granted} change={change} />
      </div>
      <p class="small quiet">
        <span class={proven ? 'chip good' : 'chip warn'}>
          {proven ? '✓ ' : '? '}
          {t(proven ? 'options.sites.proven' : 'options.sites.unproven', { day: held })}
        </span>{' '}
        {site.degraded && <span class="chip warn">! {t('options.sites.degraded')}</span>}{' '}
        <bdi title={where.length > NAMED ? where.join(' · ') : undefined}>
          {where.slice(0, NAMED).join(' · ')}
          {where.length > NAMED && ` · +${where.length - NAMED}`}
        </bdi>
      </p>
      {site.granted && <OwnWindow site={site.id} />}
      {site.granted && site.missing.length > 0 && (
        <p class="small">
          {t('options.sites.missing', { where: site.missing.map(shown).join(', ') })}{' '}
          <Button kind="quiet" onClick={() => change(true)}>
            {t('options.sites.permit')}
          </Button>
        </p>
      )}
      {refused && <Message>{t('options.sites.refused', { site: site.name })}</Message>}
      {problem && <ProblemNote problem={problem} />}
    </li>
  )
}

/** On this site the form opens in a window of its own: for sites that are known to attack it. */
function OwnWindow({ site }: { site: string }) {
  const { t } = useText()
  const now = useInForce()
  const own = useSettings()
  if (!now || !own || now.ownWindow) return null
  const on = now.ownWindowSites.includes(site)
  const fixed = on && !own.ownWindowSites.includes(site)
  const others = own.ownWindowSites.filter((one) => one !== site)
  return (
    <label class="small check">
      <input
        type="checkbox"
        checked={on}
        disabled={fixed}
        onChange={(event) =>
          void settings.set({ ownWindowSites: event.currentTarget.checked ? [...others, site] : others })
        }
      />{' '}
      {t('options.sites.ownWindow')}
      {fixed && ` · ${t('options.fixed')}`}
    </label>
  )
}
