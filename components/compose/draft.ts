import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { strictest } from '../../utils/grounds/strictest'
import type { DraftView, EvidenceStatus, Form, GroundHit, Reply } from '../../utils/messages'
import type { Item } from '../../utils/notice'
import { type Problem, ProblemError } from '../../utils/problem'
import { alive, ask, problemIn } from '../ask'
import { openLine } from '../line'
import { createSaver } from './saver'

export type Held = Reply<'draft.submit'>
export type Stage =
  | { at: 'opening' }
  | { at: 'failed'; problem: Problem }
  | { at: 'editing' }
  | { at: 'sending' }
  | { at: 'held'; held: Held }

const NOTHING: Form = { item: {}, grounds: [], goodFaith: false, reference: '' }
const LOST: EvidenceStatus = { status: 'none', problem: { code: 'captureLost' } }

export type Draft = ReturnType<typeof useDraft>

/** One draft: what was read, what is typed and kept, its evidence, and the ways it can go. */
export function useDraft(nonce: string, opening: Promise<DraftView>) {
  const [stage, setStage] = useState<Stage>({ at: 'opening' })
  const [view, setView] = useState<DraftView | null>(null)
  const [form, setForm] = useState(NOTHING)
  const [hits, setHits] = useState<Record<string, GroundHit>>({})
  const [evidence, setEvidence] = useState<EvidenceStatus>({ status: 'capturing' })
  const [refused, setRefused] = useState<Problem[]>([])
  const [tried, setTried] = useState(false)
  const [unsaved, setUnsaved] = useState<Problem | null>(null)
  const latest = useRef(form)
  const draftId = useRef('')

  const grounds = form.grounds.flatMap(({ groundId }) => hits[groundId] ?? [])
  const captureClass = strictest(grounds)

  const line = useMemo(openLine, [])
  const saver = useMemo(
    () =>
      createSaver(
        (typed) => ask('draft.save', { draftId: draftId.current, form: typed }),
        (error) => setUnsaved(error === null ? null : problemIn(error)),
      ),
    [],
  )

  useEffect(() => {
    opening.then(
      (opened) => {
        draftId.current = opened.draftId
        latest.current = opened.form
        setView(opened)
        setForm(opened.form)
        setHits(Object.fromEntries(opened.grounds.map((hit) => [hit.id, hit])))
        setEvidence(opened.evidence)
        setStage({ at: 'editing' })
        line.ready()
      },
      (error) => setStage({ at: 'failed', problem: problemIn(error) }),
    )
  }, [opening])

  /** Asks until there is an end to it: the background may be stopped while it seals. */
  async function followEvidence(signal: AbortSignal) {
    for (let asked = 0; asked < 3 && !signal.aborted; asked++) {
      const status = await ask('draft.evidence', { draftId: draftId.current }).catch(() => null)
      if (signal.aborted) return
      if (status) return setEvidence(status)
    }
    if (!signal.aborted) setEvidence(LOST)
  }

  // The class of the grounds decides what may stay: when it changes, what was kept is sealed anew.
  useEffect(() => {
    if (!view) return
    const ended = new AbortController()
    if (captureClass === null || captureClass === 'full') {
      if (evidence.status === 'capturing') void followEvidence(ended.signal)
    } else void saver.flush().then(() => followEvidence(ended.signal))
    return () => ended.abort()
  }, [view, captureClass])

  useEffect(() => {
    const keep = () => void saver.flush()
    const events = ['pagehide', 'blur', 'visibilitychange'] as const
    for (const event of events) addEventListener(event, keep, true)
    return () => {
      for (const event of events) removeEventListener(event, keep, true)
    }
  }, [saver])

  function change(patch: (form: Form) => Form) {
    latest.current = patch(latest.current)
    setForm(latest.current)
    setRefused([])
    if (draftId.current) saver.change(latest.current)
  }

  /** The pictures that were kept of the item's media; asked for anew each time: they may be covered by now. */
  const pictures = () => ask('draft.pictures', { draftId: draftId.current }).catch(() => [])

  async function submit(): Promise<Problem[]> {
    saver.drop()
    setRefused([])
    setStage({ at: 'sending' })
    try {
      const held = await line.ask('draft.submit', { draftId: draftId.current, form: latest.current })
      setTried(false)
      setStage({ at: 'held', held })
      return []
    } catch (error) {
      const problems = [problemIn(error), ...(error instanceof ProblemError ? error.more : [])]
      saver.change(latest.current)
      setRefused(problems)
      setTried(true)
      setStage({ at: 'editing' })
      return problems
    }
  }

  /** Sending was tried in vain: what is missing is wrong from now on, and so is what due process said (`problems`). */
  function attempt(problems: Problem[]) {
    setTried(true)
    setRefused(problems)
  }

  async function undo(noticeId: string): Promise<Problem | null> {
    try {
      const back = await ask('notice.undo', { noticeId })
      draftId.current = back.draftId
      setStage({ at: 'editing' })
      return null
    } catch (error) {
      return problemIn(error)
    }
  }

  /** Keeps what is not kept yet, then asks to be closed. */
  async function close() {
    await saver.flush()
    if (alive()) await ask('form.close', { nonce }).catch(() => {})
  }

  /** Goes on in a window of its own; the frame is taken away. */
  async function ownWindow() {
    await saver.flush()
    await ask('form.window', { nonce })
  }

  async function discard() {
    saver.drop()
    await ask('draft.discard', { draftId: draftId.current })
    await ask('form.close', { nonce })
  }

  return {
    stage,
    view,
    form,
    hits,
    evidence,
    refused,
    unsaved,
    captureClass,
    change,
    /** What leaves was sealed anew: some of it is covered, and not of the item either. */
    covered(status: EvidenceStatus, item?: Item) {
      setEvidence(status)
      if (item) setView((now) => now && { ...now, item })
    },
    learn: (hit: GroundHit) => setHits((known) => ({ ...known, [hit.id]: hit })),
    tried,
    attempt,
    submit,
    undo,
    close,
    ownWindow,
    discard,
    pictures,
    flush: saver.flush,
  }
}
