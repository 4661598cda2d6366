import { useEffect, useState } from 'preact/hooks'
import { browser } from '../../utils/browser'
import { Section } from '../controls/section'
import { Switch } from '../controls/switch'
import { ALL, permitPictures, refusePictures } from '../permit-sites'
import { ProblemNote } from '../problem'
import { useText } from '../text'
import { useAsked, useWork } from '../use-asked'
import { SiteRow } from './site-row'

/** Where the Report action stands on every post: each site switched on and off by itself, and pictures of the tab. */
export function Sites() {
  const { t } = useText()
  const { value: sites, problem, again } = useAsked('site.list', {})
  const [pictures, setPictures] = useState(false)
  const { problem: wrong, run } = useWork()

  // A permission can be given and taken in the browser's own pages too.
  useEffect(() => {
    const look = () => {
      void again()
      void browser.permissions.contains({ origins: ALL }).then(setPictures)
    }
    look()
    browser.permissions.onAdded.addListener(look)
    browser.permissions.onRemoved.addListener(look)
    return () => {
      browser.permissions.onAdded.removeListener(look)
      browser.permissions.onRemoved.removeListener(look)
    }
  }, [again])

  const listed = sites?.filter(({ matches, servers }) => matches.length > 0 || servers)
  const change = (on: boolean) =>
    run(async () => {
      await (on ? permitPictures(sites ?? []) : refusePictures())
      setPictures(await browser.permissions.contains({ origins: ALL }))
      await again()
    })
  return (
    <Section id="sites" title={t('options.sites.title')} lead={t('options.sites.lead')}>
      {problem && <ProblemNote problem={problem} />}
      {listed && (
        <ul class="rows">
          {listed.map((site) => (
            <SiteRow key={site.id} site={site} changed={again} />
          ))}
        </ul>
      )}
      {listed && <p class="small quiet">{t('options.sites.proofHint')}</p>}
      {sites && (
        <div class="card">
          <Switch
            label={t('options.sites.pictures')}
            hint={t('options.sites.picturesHint')}
            on={pictures}
            change={change}
          />
          {wrong && <ProblemNote problem={wrong} />}
        </div>
      )}
    </Section>
  )
}
