import { useEffect, useState } from 'preact/hooks'
import { browser } from '../../utils/browser'
import { canKeepPage, mayKeepPage, PAGE_FILE } from '../../utils/evidence/page-file'
import { ask } from '../ask'
import { Button } from '../controls/button'
import { Section } from '../controls/section'
import { Switch } from '../controls/switch'
import { ALL, permitPictures, refusePictures } from '../permit-sites'
import { ProblemNote } from '../problem'
import { save } from '../save'
import { useText } from '../text'
import { useAsked, useWork } from '../use-asked'
import { Servers } from './servers'
import { SiteRow } from './site-row'
import { SiteRules } from './site-rules'

/** Saves which alternative of each site's rules read which field how often: for whoever mends the rules. */
async function saveCounts(): Promise<void> {
  const counts = await ask('site.counts', {})
  save('flagpost-sites.json', 'application/json', JSON.stringify(counts, null, 2))
}

/** Where the Report action stands on every post: each site switched on and off by itself, and pictures of the tab. */
export function Sites() {
  const { t } = useText()
  const { value: sites, problem, again } = useAsked('site.list', {})
  const [pictures, setPictures] = useState(false)
  const [pageFile, setPageFile] = useState(false)
  const { problem: wrong, run } = useWork()

  // A permission can be given and taken in the browser's own pages too.
  useEffect(() => {
    const look = () => {
      void again()
      void browser.permissions.contains({ origins: ALL }).then(setPictures)
      void mayKeepPage().then(setPageFile)
    }
    look()
    browser.permissions.onAdded.addListener(look)
    browser.permissions.onRemoved.addListener(look)
    return () => {
      browser.permissions.onAdded.removeListener(look)
      browser.permissions.onRemoved.removeListener(look)
    }
  }, [again])

  const listed = sites?.filter(({ matches }) => matches.length > 0)
  const servers = (sites ?? []).flatMap(({ name, servers }) =>
    (servers ?? []).map((server) => ({ ...server, name })),
  )
  const change = (on: boolean) =>
    run(async () => {
      await (on ? permitPictures(sites ?? []) : refusePictures())
      setPictures(await browser.permissions.contains({ origins: ALL }))
      await again()
    })
  const changePageFile = (on: boolean) =>
    run(async () => {
      await (on ? browser.permissions.request(PAGE_FILE) : browser.permissions.remove(PAGE_FILE))
      setPageFile(await mayKeepPage())
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
      {listed && (
        <p class="small">
          <Button kind="quiet" onClick={() => run(saveCounts)}>
            {t('options.sites.counts')}
          </Button>{' '}
          <span class="quiet">{t('options.sites.countsHint')}</span>
        </p>
      )}
      {sites && (
        <div class="card">
          <Servers servers={servers} changed={again} />
        </div>
      )}
      {sites && <SiteRules changed={again} />}
      {sites && (
        <div class="card">
          <Switch
            label={t('options.sites.pictures')}
            hint={t('options.sites.picturesHint')}
            on={pictures}
            change={change}
          />
          {canKeepPage() && (
            <Switch
              label={t('options.sites.pageFile')}
              hint={t('options.sites.pageFileHint')}
              on={pageFile}
              change={changePageFile}
            />
          )}
          {wrong && <ProblemNote problem={wrong} />}
        </div>
      )}
    </Section>
  )
}
