import { useEffect, useState } from 'preact/hooks'
import type { SiteInfo } from '../../utils/messages'
import { siteFor } from '../../utils/sites'
import { ask } from '../ask'
import { Button } from '../controls/button'
import { switchOn } from '../permit-sites'
import { useText } from '../text'

/** The site of the page in front, if the Report action could be on there and is not. */
export function useSiteOffer(address: string | null): [SiteInfo | null, () => void] {
  const [offer, set] = useState<SiteInfo | null>(null)
  const [looks, look] = useState(0)
  useEffect(() => {
    const id = address === null ? undefined : siteFor(address)?.find.id
    if (id === undefined) return set(null)
    ask('site.list', {}).then(
      (sites) => set(sites.find((site) => site.id === id && !site.granted) ?? null),
      () => {},
    )
    // Looked at again after each press.
  }, [address, looks])
  return [offer, () => look((times) => times + 1)]
}

/** Offers to switch the Report action on for the site of the page in front. */
export function SiteOffer({ site, done }: { site: SiteInfo; done: (words: string) => void }) {
  const { t } = useText()
  const press = () => void switchOn(site).then((on) => done(t(on ? 'site.on' : 'site.refused')))
  return (
    <div class="offer">
      <p>
        {t('site.off', { site: site.name })}{' '}
        {site.proof === 'unproven' && <span class="quiet">{t('site.unproven')}</span>}
      </p>
      <Button onClick={press}>{t('site.switchOn')}</Button>
    </div>
  )
}
