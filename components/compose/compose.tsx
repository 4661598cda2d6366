import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { DraftView } from '../../utils/messages'
import { ask } from '../ask'
import { ProblemNote } from '../problem'
import { useText } from '../text'
import { useCheck } from './check'
import { FormContext } from './context'
import type CoverPage from './cover'
import { Curtain } from './curtain'
import { useDraft } from './draft'
import { Editor } from './editor'
import { Foot } from './foot'
import { useGuard } from './guard'
import { Head } from './head'
import { HeldLine } from './held'
import { focusField, useKeys, useReturn } from './keys'
import { useOrphan } from './orphan'
import { PreviewPage } from './preview'
import { placeProblems } from './problems'
import { missingIn } from './ready'
import { shownItem } from './shown'
import { useSight } from './sight'
import { useSteady } from './steady'

type ComposeProps = {
  nonce: string
  opening: Promise<DraftView>
  /** In a frame of a web page, not in a window of its own. */
  framed: boolean
}

/**
 * When a field that was left or answered shows what is open in it, milliseconds: after due process has seen what was
 * put in, so that nothing is called open that was just given.
 */
const SETTLED = 600

/** The report form: what stands around its fields, and every way out of it. */
export function Compose({ nonce, opening, framed }: ComposeProps) {
  const { t } = useText()
  const draft = useDraft(nonce, opening)
  const { stage, view, form, captureClass } = draft
  const editing = stage.at === 'editing'
  const { assessment, fresh } = useCheck(view?.draftId ?? null, form, editing)
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set())
  const [status, say] = useState('')
  const [preview, setPreview] = useState(false)
  const [Cover, setCover] = useState<typeof CoverPage | null>(null)
  const [curtain, setCurtain] = useState<{ back: Element | null; sure: boolean } | null>(null)
  const send = useRef<HTMLButtonElement>(null)
  const sight = useSight(send, stage.at)
  const orphan = useOrphan()

  useGuard(nonce, framed && editing && !orphan, {
    taken(sure) {
      void draft.flush()
      setCurtain((before) => ({
        back: before ? before.back : document.activeElement,
        sure: sure || before?.sure === true,
      }))
      if (sure && !curtain?.sure && view) void ask('form.taken', { draftId: view.draftId }).catch(() => {})
      return !curtain
    },
    own: lift,
  })

  /** The form is there again, the focus where it was. */
  function lift() {
    const back = curtain?.back
    setCurtain(null)
    setTimeout(() => back instanceof HTMLElement && back.focus())
  }

  const item = useMemo(() => view && shownItem(view.item, form, captureClass), [view, form, captureClass])
  const missing = view ? missingIn(view.item, form) : []
  const { refused, tried } = draft
  const problems = useSteady(placeProblems(form, { missing, refused, assessment, visited, tried }))
  const blocked = fresh ? assessment.blocked.length : 0

  const find = useMemo(
    () =>
      view &&
      ((query: string) =>
        ask('grounds.search', {
          query,
          platform: view.item.platform,
          address: view.item.permalink,
          limit: 40,
        })),
    [view],
  )

  const toFirstWrong = () => focusField(problems.find(({ level }) => level === 'wrong')?.field ?? '')
  useEffect(() => {
    if (refused.length > 0) toFirstWrong()
  }, [refused])

  useReturn()
  useKeys({ send: trySend, close: stepBack })

  /** Why it can't be sent now, the nearest first. */
  function whyOff(): string | null {
    const [first] = missing
    if (first) return t(`compose.off.${first.what}`)
    if (blocked > 0) return t('compose.off.blocked', { count: blocked })
    return sight.sighted === 'open' ? null : t(`compose.off.${sight.sighted}`)
  }

  /** Sends if nothing is in the way, else leads to what is. Only a person's own press counts, and only in plain sight. */
  async function trySend(event: Event) {
    if (!event.isTrusted || !editing || orphan || curtain) return
    const off = whyOff()
    const [first] = missing
    if (first || blocked > 0) {
      draft.attempt(first ? [] : assessment.blocked)
      say(off ?? '')
      if (preview) setPreview(false)
      setCover(null)
      // At once, so that a key that follows reaches the field; a field behind the preview has to be drawn first.
      if (first && preview) setTimeout(() => focusField(first.field))
      else if (first) focusField(first.field)
      return
    }
    if (sight.now() !== 'open' || !(await sight.uncovered(nonce))) return say(t('compose.off.hidden'))
    setPreview(false)
    setCover(null)
    await draft.submit()
  }

  function stepBack() {
    if (stage.at === 'sending' || orphan || curtain) return
    if (Cover) closeCover()
    else if (preview) setPreview(false)
    else void draft.close()
  }

  /** Loaded when it is asked for: most notices go without it. */
  async function openCover() {
    const { default: page } = await import('./cover')
    setCover(() => page)
  }

  function closeCover() {
    setCover(null)
    setTimeout(() => focusField('cover'))
  }

  async function undo(noticeId: string) {
    const problem = await draft.undo(noticeId)
    if (problem) return problem
    say(t('compose.undone'))
    setTimeout(() => focusField('goodFaith'))
    return null
  }

  const ownWindow = framed ? draft.ownWindow : null
  const part = {
    form,
    change: draft.change,
    captureClass,
    problems,
    visited: (field: string) =>
      setTimeout(() => setVisited((now) => (now.has(field) ? now : new Set(now).add(field))), SETTLED),
    readOnly: stage.at === 'sending' || orphan,
    say,
  }

  return (
    <FormContext.Provider value={part}>
      <div class="form" inert={curtain !== null}>
        <Head view={view} item={item} close={orphan ? null : draft.close} />
        {orphan && (
          <p class="orphan" role="alert">
            {t('compose.orphan')}
          </p>
        )}
        {stage.at === 'held' && (
          <HeldLine held={stage.held} say={say} undo={() => undo(stage.held.noticeId)} close={draft.close} />
        )}
        {stage.at === 'failed' && (
          <main>
            <ProblemNote problem={stage.problem} />
          </main>
        )}
        {stage.at !== 'held' && stage.at !== 'failed' && (
          <Editor
            draft={draft}
            item={item}
            find={find}
            hidden={preview || Cover !== null}
            cover={openCover}
          />
        )}
        {Cover && editing && view && (
          <Cover draftId={view.draftId} evidence={draft.evidence} changed={draft.covered} back={closeCover} />
        )}
        {preview && editing && view && !Cover && (
          <PreviewPage
            draftId={view.draftId}
            form={form}
            hits={draft.hits}
            evidence={draft.evidence}
            to={view.connection}
            back={() => setPreview(false)}
          />
        )}
        {(editing || stage.at === 'sending') && !orphan && (
          <Foot
            button={send}
            off={whyOff()}
            sending={stage.at === 'sending'}
            send={trySend}
            preview={preview || Cover ? null : () => setPreview(true)}
            keep={draft.close}
            discard={draft.discard}
            ownWindow={missing.length === 0 && sight.sighted === 'hidden' ? ownWindow : null}
          />
        )}
        <p class="unseen" role="status">
          {status}
        </p>
      </div>
      {curtain && ownWindow && <Curtain sure={curtain.sure} ownWindow={ownWindow} goOn={lift} />}
    </FormContext.Provider>
  )
}
