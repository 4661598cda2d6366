import { useEffect, useRef } from 'preact/hooks'
import { capture } from '../../utils/evidence/capture'
import type { CaptureAnswer, Captured } from '../../utils/evidence/captured'
import { createAction } from '../../utils/flag/action'
import { markOf } from '../../utils/mark'
import type { ItemState } from '../../utils/outbox/row'
import { practiceSite } from '../../utils/practice/site'
import { ask } from '../ask'
import { Ago } from '../controls/ago'
import { useText } from '../text'
import { addressOf, type PracticePost } from './posts'

type PostProps = {
  post: PracticePost
  /** What was done with it. */
  state: ItemState | undefined
  failed: (error: unknown) => void
}

/** When this page was opened; posts keep their age while it is. */
const opened = Date.now()

/** What the background adds to what was captured on a page: nobody is logged in to the practice page. */
const practised = (answer: CaptureAnswer): Captured => ({
  ...answer,
  page: { ...answer.page, signedIn: null },
  chosen: 'action',
})

/** One practice post, with the very action that stands on real ones, and read by the same reader. */
export function Post({ post, state, failed }: PostProps) {
  const { t, locale } = useText()
  const root = useRef<HTMLElement>(null)
  const bar = useRef<HTMLElement>(null)
  const action = useRef<ReturnType<typeof createAction> | null>(null)
  const at = opened - post.hours * 3_600_000

  useEffect(() => {
    const press = () => {
      const nonce = crypto.randomUUID()
      globalThis.flagpostPressed = { nonce, root: root.current as HTMLElement }
      const { find, read } = practiceSite
      capture({ nonce, target: { by: 'action' }, find, read }, document)
        .then((captured) => ask('practice.press', { captured: practised(captured) }))
        .catch(failed)
    }
    const made = createAction(t('page.report'), press)
    action.current = made
    if (bar.current) made.fit(bar.current)
    bar.current?.append(made.host)
    return () => made.host.remove()
  }, [t, failed])
  useEffect(() => action.current?.show(state && markOf(state, t, locale)), [state, t, locale])

  return (
    <article class="card post" data-practice={addressOf(post)} ref={root}>
      <header class="author">
        <b>{t(`practice.post.${post.id}.author`)}</b> <span class="handle quiet">@{post.handle}</span>
        <span class="quiet small">
          <Ago at={at} />
        </span>
      </header>
      <p class="words" lang={locale}>
        {t(`practice.post.${post.id}.words`)}
      </p>
      <footer ref={bar} />
    </article>
  )
}
