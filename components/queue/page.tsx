import { useEffect, useRef, useState } from 'preact/hooks'
import { browser } from '../../utils/browser'
import { STATES, type State } from '../../utils/outbox/state'
import type { Outbox } from '../../utils/outbox/store'
import type { Problem } from '../../utils/problem'
import { ask, problemIn } from '../ask'
import { Button } from '../controls/button'
import { ProblemNote } from '../problem'
import { useText } from '../text'
import { Unlock } from '../vault/unlock'
import { DraftPanel } from './actions'
import { QueueContext } from './around'
import { type Arrangement, useKeys, useQueueController } from './controller'
import { EmptyQueue, Skeleton } from './empty'
import { QueueFoot } from './foot'
import { HealthLine } from './health-line'
import { KeysDialog } from './keys-dialog'
import { type Line, linesOf } from './lines'
import { QueueList } from './list'
import { shortAddress } from './names'
import { NoticePane } from './pane'
import { ReviewPane, type Reviews, ReviewsList, reviewKey, useReviews } from './reviews'
import { SearchBox } from './search-box'
import { LoadProblem, StorageAlert } from './storage-alert'
import { useLate } from './use-queue'
import './page.css'

const openTab = (page: string) => void browser.tabs.create({ url: browser.runtime.getURL(page) })
const WIDE = '(min-width: 720px)'

/** Is there room for list and pane beside each other? */
function useWide(): boolean {
  const [wide, set] = useState(() => matchMedia(WIDE).matches)
  useEffect(() => {
    const query = matchMedia(WIDE)
    const look = () => set(query.matches)
    query.addEventListener('change', look)
    return () => query.removeEventListener('change', look)
  }, [])
  return wide
}

/** The queue page in its world. */
export function QueuePage({ outbox }: { outbox: Outbox }) {
  const queue = useQueueController(outbox)
  return (
    <QueueContext.Provider value={queue.world}>
      <Rooms queue={queue} />
    </QueueContext.Provider>
  )
}

/** The queue page: the list at the start, the notice that is read at the end; one of them where there is no room. */
function Rooms({ queue }: { queue: ReturnType<typeof useQueueController> }) {
  const { t } = useText()
  const reviews = useReviews()
  const wide = useWide()
  const [shown, setShown] = useState<string | null>(location.hash.slice(1) || null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const paused = queue.settings?.paused ?? false

  const show = (id: string | null) => {
    setShown(id)
    history.replaceState(null, '', id === null ? location.pathname : `#${id}`)
  }
  const press = (line: Line, again = line.id === shown) => {
    queue.setActive(line.id)
    if (line.kind === 'connection') return openTab('options.html#connections')
    show(line.id)
    // The second press goes on into the pane; without room for both the first does.
    if (again || !wide) requestAnimationFrame(() => heading.current?.focus())
  }
  const openReview = (id: string) => {
    show(reviewKey(id))
    requestAnimationFrame(() => heading.current?.focus())
  }
  const reviewed = ({ reload }: Reviews) => {
    show(null)
    void reload()
  }
  const back = () => {
    show(null)
    queue.focusActive()
  }
  const pause = () => {
    setProblem(null)
    ask('outbox.pause', { paused: !paused }).then(
      () => queue.say(t(paused ? 'popup.resumed' : 'popup.paused')),
      (error) => setProblem(problemIn(error)),
    )
  }
  const arrangement: Arrangement = {
    press,
    moved: (line) => wide && line.kind !== 'connection' && show(line.id),
    close() {
      // Beside the list the pane stays; the focus goes back to the list.
      const inPane = document.activeElement?.closest('.reading') !== null
      if (wide || shown === null) return inPane
      show(null)
      return true
    },
    command(command) {
      if (command === 'pause') pause()
      return command === 'pause'
    },
    shown,
    show,
  }
  useKeys(queue, arrangement)
  const late = useLate(queue.queue === null && queue.problem === null)
  const filtered = queue.search.query.trim() !== '' || queue.search.state !== null
  const none = queue.queue !== null && queue.sections.length === 0
  const rowOf = queue.rowsOf(shown === null ? [] : [shown])
  const draft = queue.queue?.drafts.find(({ id }) => id === shown)
  const row = shown === null ? undefined : rowOf(shown)
  // Nothing was ever reported: then there is nothing to read, either.
  const alone = none && !filtered
  const review = reviews.list.find(({ id }) => reviewKey(id) === shown)
  const listHidden = !wide && (row !== undefined || draft !== undefined || review !== undefined)

  return (
    <>
      <main class="queue" data-wide={wide && !alone}>
        <section class="queue-start" hidden={listHidden} aria-label={t('queue.heading')}>
          <header class="queue-head">
            {!row && !draft && !review && <h1 class="unseen">{t('queue.title')}</h1>}
            <HealthLine health={queue.health} />
            <StorageAlert />
            {queue.locked && <Unlock level={2} />}
            <div class="queue-bar">
              <SearchBox
                field={queue.field}
                query={queue.search.query}
                change={(query) => queue.setSearch((now) => ({ ...now, query }))}
                leave={() => queue.move('first')}
              />
              <StateFilter queue={queue} />
            </div>
            <ReviewsList reviews={reviews} shown={shown} press={openReview} />
          </header>
          <div class="queue-list">
            {queue.problem && (
              <div class="empty">
                <LoadProblem problem={queue.problem} reload={queue.reload} />
              </div>
            )}
            {late && <Skeleton />}
            {none && filtered && queue.found?.done && (
              <div class="empty">
                <p>
                  {queue.search.query.trim() === ''
                    ? t('queue.noneInState')
                    : t('queue.noHits', { query: queue.search.query.trim() })}
                </p>
                <Button onClick={() => queue.setSearch({ query: '', state: null })}>
                  {t('queue.clear')}
                </Button>
              </div>
            )}
            {alone && <EmptyQueue how="page" practice={() => openTab('practice.html')} />}
            {queue.sections.length > 0 && (
              <QueueList
                sections={queue.sections}
                active={queue.active ?? shown}
                shown={shown}
                title={queue.title}
                press={press}
                rowsOf={queue.rowsOf}
                now={queue.world.now}
                moves={queue.moves}
              />
            )}
          </div>
          {problem && <ProblemNote problem={problem} />}
          <QueueFoot paused={paused} pause={pause} showKeys={() => queue.openKeys(true)}>
            <Button kind="quiet" onClick={() => openTab('options.html')}>
              {t('popup.options')}
            </Button>
            <Button kind="quiet" onClick={() => openTab('mirror.html')}>
              {t('mirror.title')}
            </Button>
            <Button kind="quiet" onClick={() => openTab('report.html')}>
              {t('report.title')}
            </Button>
          </QueueFoot>
        </section>
        <div class="reading" hidden={alone || (!wide && !listHidden)}>
          {row && (
            <NoticePane key={row.id} row={row} heading={heading} back={wide ? null : back} open={show} />
          )}
          {draft && (
            <article class="pane" aria-labelledby="pane-title">
              {!wide && (
                <Button kind="quiet" onClick={back}>
                  ← {t('notice.back')}
                </Button>
              )}
              <h1 id="pane-title" ref={heading} tabIndex={-1}>
                {t('state.draft')}
              </h1>
              <p class="quiet">
                <bdi>{shortAddress(draft.permalink ?? draft.origin.address)}</bdi>
              </p>
              <DraftPanel key={draft.id} row={draft} />
            </article>
          )}
          {review && (
            <ReviewPane
              key={review.id}
              review={review}
              heading={heading}
              back={wide ? null : back}
              done={() => reviewed(reviews)}
            />
          )}
          {!row && !draft && !review && linesOf(queue.sections).length > 0 && (
            <p class="choose quiet">{t('notice.choose')}</p>
          )}
        </div>
        <p class="said-line" role="status">
          {queue.said}
        </p>
      </main>
      {queue.keysOpen && (
        <KeysDialog
          letters={queue.settings?.singleKeys ?? true}
          popup={false}
          close={() => queue.openKeys(false)}
        />
      )}
    </>
  )
}

/** One state alone, each with its count; states that no notice is in are left out. */
function StateFilter({ queue }: { queue: ReturnType<typeof useQueueController> }) {
  const { t } = useText()
  const counts = queue.queue?.counts
  const { state } = queue.search
  const there = STATES.filter((one) => one !== 'draft' && (one === state || (counts?.[one] ?? 0) > 0))
  return (
    <select
      class="input"
      aria-label={t('queue.state')}
      value={state ?? ''}
      onChange={(event) => {
        const chosen = STATES.find((one) => one === event.currentTarget.value) ?? null
        queue.setSearch((now) => ({ ...now, state: chosen as State | null }))
      }}
    >
      <option value="">{t('queue.allStates')}</option>
      {there.map((one) => (
        <option key={one} value={one}>
          {t('queue.inState', { state: t(`state.${one}`), n: counts?.[one] ?? 0 })}
        </option>
      ))}
    </select>
  )
}
