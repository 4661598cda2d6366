import { useEffect, useState } from 'preact/hooks'
import { browser } from '../../utils/browser'
import type { Reply } from '../../utils/messages'
import { settings } from '../../utils/settings'
import { siteFor } from '../../utils/sites'
import { ask } from '../ask'
import { Button } from '../controls/button'
import { useText } from '../text'

type ListedSite = Reply<'site.list'>[number]

/** The site of the page in front, if the Report action could be on there and is not. */
export function useSiteOffer(address: string | null): [ListedSite | null, () => void] {
  const [offer, set] = useState<ListedSite | null>(null)
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
export function SiteOffer({ site, done }: { site: ListedSite; done: (words: string) => void }) {
  const { t } = useText()
  const switchOn = () => {
    // Nothing may be awaited before it: the browser only asks within the press itself.
    const asked = browser.permissions.request({ origins: site.matches })
    void asked.then(async (granted) => {
      if (granted) {
        const { disabledSites } = await settings.get()
        await settings.set({ disabledSites: disabledSites.filter((id) => id !== site.id) })
        await ask('site.sync', {})
      }
      done(t(granted ? 'site.on' : 'site.refused'))
    })
  }
  return (
    <div class="offer">
      <p>
        {t('site.off', { site: site.name })}{' '}
        {site.proof === 'unproven' && <span class="quiet">{t('site.unproven')}</span>}
      </p>
      <Button onClick={switchOn}>{t('site.switchOn')}</Button>
    </div>
  )
}
