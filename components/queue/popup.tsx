import { useEffect, useState } from 'preact/hooks'
import { browser } from '../../utils/browser'
import type { Outbox } from '../../utils/outbox/store'
import type { Problem } from '../../utils/problem'
import { ask, problemIn } from '../ask'
import { Button } from '../controls/button'
import { ProblemNote } from '../problem'
import { useText } from '../text'
import { Unlock } from '../vault/unlock'
import { QueueContext } from './around'
import { type Arrangement, useKeys, useQueueController } from './controller'
import { EmptyQueue, Skeleton } from './empty'
import { FixtureButton } from './fixture-button'
import { QueueFoot } from './foot'
import { HealthLine } from './health-line'
import { KeysDialog } from './keys-dialog'
import type { Line } from './lines'
import { QueueList } from './list'
import { LinePanel } from './panel'
import { SearchBox } from './search-box'
import { SiteNote } from './site-note'
import { SiteOffer, useSiteOffer } from './site-offer'
import { LoadProblem, StorageAlert } from './storage-alert'
import { useLate } from './use-queue'
import './popup.css'

/** Opens a page of ours in a tab of its own; the popup closes. */
function openTab(page: string): void {
  void browser.tabs.create({ url: browser.runtime.getURL(page) }).then(() => window.close())
}

/** The page in front; its address only where the press on the toolbar grants it. */
function useFrontPage(): { id: number; address: string | null } | null {
  const [page, set] = useState<{ id: number; address: string | null } | null>(null)
  useEffect(() => {
    void browser.tabs.query({ active: true, currentWindow: true }).then(([tab]) => {
      if (tab?.id !== undefined) set({ id: tab.id, address: tab.url ?? null })
    })
  }, [])
  return page
}

/** The popup: health, report, search, the queue, each line opening in place. */
export function Popup({ outbox }: { outbox: Outbox }) {
  const { t } = useText()
  const queue = useQueueController(outbox)
  const [shown, show] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const front = useFrontPage()
  const [offer, lookAgain] = useSiteOffer(front?.address ?? null)
  const paused = queue.settings?.paused ?? false

  const start = (type: 'page.report' | 'page.pick') => () => {
    setProblem(null)
    ask(type, { tabId: front?.id ?? -1 }).then(
      () => window.close(),
      (error) => setProblem(problemIn(error)),
    )
  }
  const report = start('page.report')
  const pick = start('page.pick')
  const pause = () => {
    ask('outbox.pause', { paused: !paused }).then(
      () => queue.say(t(paused ? 'popup.resumed' : 'popup.paused')),
      (error) => setProblem(problemIn(error)),
    )
  }
  const press = (line: Line) => {
    queue.setActive(line.id)
    if (line.kind === 'connection') openTab('options.html#connections')
    else show((now) => (now === line.id ? null : line.id))
  }
  const commands: Partial<Record<string, () => void>> = {
    report,
    pause,
    queue: () => openTab('queue.html'),
  }
  const arrangement: Arrangement = {
    press,
    close() {
      if (shown === null) return false
      show(null)
      return true
    },
    command(command) {
      commands[command]?.()
      return command in commands
    },
    shown,
    show,
  }
  useKeys(queue, arrangement)
  const late = useLate(queue.queue === null && queue.problem === null)
  const searching = queue.search.query.trim() !== ''
  const empty = queue.queue !== null && queue.sections.length === 0

  return (
    <QueueContext.Provider value={queue.world}>
      <header class="popup-head">
        <h1 class="unseen">{t('queue.title')}</h1>
        <HealthLine health={queue.health} link />
        <div class="popup-bar">
          <Button kind="primary" onClick={report} aria-keyshortcuts="r">
            {t('popup.report')}
          </Button>
          <Button onClick={pick}>{t('popup.pick')}</Button>
          <SearchBox
            field={queue.field}
            query={queue.search.query}
            change={(query) => queue.setSearch({ query, state: null })}
            leave={() => queue.move('first')}
          />
        </div>
        <StorageAlert />
        {queue.locked && <Unlock level={2} />}
        {problem && <ProblemNote problem={problem} />}
        {queue.settings?.fixtures && front && <FixtureButton tabId={front.id} />}
        <SiteNote address={front?.address ?? null} />
        {offer && (
          <SiteOffer
            site={offer}
            done={(words) => {
              queue.say(words)
              lookAgain()
            }}
          />
        )}
      </header>
      <main class="popup-main">
        {queue.problem && (
          <div class="empty">
            <LoadProblem problem={queue.problem} reload={queue.reload} />
          </div>
        )}
        {late && <Skeleton />}
        {empty && searching && queue.found?.done && (
          <div class="empty">
            <p>{t('queue.noHits', { query: queue.search.query.trim() })}</p>
            <Button onClick={() => queue.setSearch({ query: '', state: null })}>{t('queue.clear')}</Button>
          </div>
        )}
        {empty && !searching && <EmptyQueue how="popup" practice={() => openTab('practice.html')} />}
        {queue.sections.length > 0 && (
          <QueueList
            sections={queue.sections}
            active={queue.active}
            shown={shown}
            panel={(line) => (
              <LinePanel key={line.id} line={line} toQueue={(id) => openTab(`queue.html#${id}`)} />
            )}
            title={queue.title}
            press={press}
            rowsOf={queue.rowsOf}
            now={queue.world.now}
            moves={queue.moves}
          />
        )}
      </main>
      <p class="said-line" role="status">
        {queue.said}
      </p>
      <QueueFoot paused={paused} pause={pause} showKeys={() => queue.openKeys(true)}>
        <Button kind="quiet" onClick={() => openTab('queue.html')}>
          {t('popup.openQueue')}
        </Button>
        <Button kind="quiet" onClick={() => openTab('options.html')}>
          {t('popup.options')}
        </Button>
      </QueueFoot>
      {queue.keysOpen && (
        <KeysDialog letters={queue.settings?.singleKeys ?? true} popup close={() => queue.openKeys(false)} />
      )}
    </QueueContext.Provider>
  )
}
