import type { ComponentChildren, Ref } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { strictest } from '../../utils/grounds/strictest'
import { exact } from '../../utils/i18n/formats'
import { type Notice, noticeIn } from '../../utils/notice'
import type { NoticeRow } from '../../utils/outbox/row'
import { Button } from '../controls/button'
import { EvidenceView } from '../evidence-view'
import { StateSign } from '../state-mark'
import { useText } from '../text'
import { NoticeActions } from './actions'
import { AfterDecision, Keeping } from './after'
import { useBeside, useWorld } from './around'
import { DecisionView } from './decision'
import { Edited } from './edited'
import { GroundsView } from './grounds'
import { Happened } from './happened'
import { History } from './history'
import { ItemView, OutLink, useTitle } from './item'
import { Lightened } from './lightened'
import { useStateWord } from './line'
import { Messages } from './messages'
import { shortAddress } from './names'
import { Corrections, NoticeFacts } from './panel'

/** The notice's own words: null while they are read, `erased` after retention, `unreadable` from another version. */
type Words = Notice | 'erased' | 'unreadable' | null

function useWords(noticeId: string): Words {
  const { outbox } = useWorld()
  const [read, set] = useState<{ id: string; words: Words }>({ id: noticeId, words: null })
  useEffect(() => {
    let over = false
    void outbox.body(noticeId).then((body) => {
      if (!over)
        set({ id: noticeId, words: body === undefined ? 'erased' : (noticeIn(body) ?? 'unreadable') })
    })
    return () => {
      over = true
    }
  }, [outbox, noticeId])
  return read.id === noticeId ? read.words : null
}

type PaneProps = {
  row: NoticeRow
  heading: Ref<HTMLHeadingElement>
  back: (() => void) | null
  /** Shows another notice. */
  open: (id: string) => void
}

/** One notice read through, in one scroll: what happened, decision, item, grounds, evidence, history, messages. */
export function NoticePane({ row, heading, back, open }: PaneProps) {
  const { t, locale } = useText()
  const { outbox } = useWorld()
  const { undoable, closedUntil } = useBeside(row)
  const title = useTitle()
  const stateWord = useStateWord()
  const words = useWords(row.id)
  const [notice, why] = words !== null && typeof words === 'object' ? [words, null] : [null, words]
  const parts: { name: PartName; content: ComponentChildren }[] = [
    ...(row.decision
      ? [
          {
            name: 'decision' as const,
            content: (
              <>
                <DecisionView decision={row.decision} grounds={row.summary.grounds} />
                <AfterDecision row={row} />
              </>
            ),
          },
        ]
      : []),
    { name: 'item', content: notice ? <ItemView item={notice.item} /> : <NoWords why={why} /> },
    {
      name: 'grounds',
      content: notice ? (
        <GroundsView notice={notice} />
      ) : (
        <ul>
          {row.summary.grounds.map(({ id, label }) => (
            <li key={id}>
              <bdi>{label}</bdi>
            </li>
          ))}
        </ul>
      ),
    },
    {
      name: 'evidence',
      content: (
        <>
          {notice && <Edited key={`edited ${row.id}`} notice={notice} open={open} />}
          <EvidenceView
            key={row.id}
            outbox={outbox}
            row={row}
            captureClass={strictest(row.summary.grounds) ?? 'full'}
            capturedAt={notice?.evidence?.capturedAt ?? null}
          />
        </>
      ),
    },
    { name: 'history', content: <History noticeId={row.id} /> },
    { name: 'messages', content: <Messages row={row} /> },
  ]
  return (
    <article class="pane" aria-labelledby="pane-title">
      <header class="pane-head">
        {back && (
          <Button kind="quiet" onClick={back}>
            ← {t('notice.back')}
          </Button>
        )}
        <p class="pane-state" data-state={row.state}>
          <StateSign state={row.state} /> {stateWord(row)}
        </p>
        <h1 id="pane-title" ref={heading} tabIndex={-1}>
          {title(row.summary)}
        </h1>
        <p class="quiet">
          <OutLink address={row.summary.permalink}>{shortAddress(row.summary.permalink)}</OutLink>
        </p>
        <Happened row={row} closedUntil={closedUntil} />
        <Lightened row={row} />
        <NoticeActions key={row.id} row={row} undoable={undoable} />
        <NoticeFacts row={row} />
        <Corrections row={row} open={open} />
        <Keeping row={row} />
      </header>
      <nav class="pane-contents" aria-label={t('notice.contents')}>
        <ul>
          {parts.map(({ name }) => (
            <li key={name}>
              <a href={`#part-${name}`} onClick={toPart}>
                {t(`notice.${name}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {parts.map(({ name, content }) => (
        <section key={name} class="pane-part" id={`part-${name}`} aria-labelledby={`part-${name}-title`}>
          <h2 id={`part-${name}-title`} tabIndex={-1}>
            {t(`notice.${name}`)}
          </h2>
          {content}
        </section>
      ))}
      {notice && (
        <footer class="pane-foot small quiet">
          <p>
            {t('notice.declaration')}: “{notice.declaration.text}”{' '}
            {exact(Date.parse(notice.declaration.madeAt), locale)}
          </p>
          <p>
            {t('notice.signedBy')}: {notice.reviewer.code}
            {notice.reference && ` · ${t('notice.reference')}: ${notice.reference}`}
          </p>
          <p>
            {t('notice.digest')}: <code>{row.bodyDigest}</code>
          </p>
        </footer>
      )}
    </article>
  )
}

type PartName = 'decision' | 'item' | 'grounds' | 'evidence' | 'history' | 'messages'

/** The address holds the notice's id: a part is gone to without it. */
function toPart(event: MouseEvent): void {
  event.preventDefault()
  const { hash } = event.currentTarget as HTMLAnchorElement
  const part = document.getElementById(hash.slice(1))
  part?.scrollIntoView()
  part?.querySelector('h2')?.focus({ preventScroll: true })
}

function NoWords({ why }: { why: 'erased' | 'unreadable' | null }) {
  const { t } = useText()
  return why === null ? null : <p class="quiet">{t(`notice.${why}`)}</p>
}
