import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Key } from '../../utils/i18n/catalogue'
import type { DraftView, GroundHit } from '../../utils/messages'
import { ask } from '../ask'
import { ProblemNote } from '../problem'
import { useText } from '../text'
import { useCheck } from './check'
import { FormContext } from './context'
import { Declaration } from './declaration'
import { useDraft } from './draft'
import { EvidenceLine } from './evidence'
import { Foot } from './foot'
import { GroundCard } from './ground'
import { Head } from './head'
import { HeldLine } from './held'
import { ItemCard } from './item'
import { focusField, useKeys } from './keys'
import { Picker } from './picker'
import { placeProblems } from './problems'
import { firstMissing } from './ready'
import { useSelected } from './selected'
import { newGround, shownItem } from './shown'
import { useSight } from './sight'
import { Summary } from './summary'

type ComposeProps = {
  nonce: string
  opening: Promise<DraftView>
  /** In a frame of a web page, not in a window of its own. */
  framed: boolean
}

/** The report form. */
export function Compose({ nonce, opening, framed }: ComposeProps) {
  const { t } = useText()
  const draft = useDraft(nonce, opening)
  const { stage, view, form, hits, captureClass } = draft
  const assessment = useCheck(view?.draftId ?? null, form, stage.at === 'editing')
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set())
  const [status, say] = useState('')
  const send = useRef<HTMLButtonElement>(null)
  const sight = useSight(send, stage.at)
  const selected = useSelected()
  const item = useMemo(() => view && shownItem(view.item, form, captureClass), [view, form, captureClass])
  const missing = view && firstMissing(view.item, form)
  const problems = placeProblems(form, { refused: draft.refused, assessment, visited, tried: draft.tried })
  const off = offKey()

  const find = useMemo(
    () =>
      view && ((query: string) => ask('grounds.search', { query, platform: view.item.platform, limit: 40 })),
    [view],
  )

  useEffect(() => {
    if (draft.refused.length > 0) focusField(problems.find(({ level }) => level === 'wrong')?.field ?? '')
  }, [draft.refused])

  useKeys({ send: trySend, close: stage.at === 'sending' ? null : draft.close })

  /** Why it can't be sent now, the nearest first. */
  function offKey(): Key | null {
    if (missing) return `compose.off.${missing.what}`
    if (sight.sighted !== 'open') return `compose.off.${sight.sighted}`
    return null
  }

  /** Sends if nothing is in the way; else leads to what is. Only a person's own press counts. */
  function trySend(event: Event) {
    if (!event.isTrusted || stage.at !== 'editing') return
    if (missing) {
      draft.attempt()
      say(t(`compose.off.${missing.what}`))
      return focusField(missing.field)
    }
    if (sight.now() !== 'open')
      return say(t(`compose.off.${sight.now() === 'hidden' ? 'hidden' : 'waiting'}`))
    void draft.submit().then((refused) => refused.length === 0 && say(t('compose.queued')))
  }

  function pick(hit: GroundHit) {
    const at = form.grounds.findIndex(({ groundId }) => groundId === hit.id)
    const index = at >= 0 ? at : form.grounds.length
    if (at < 0) {
      draft.learn(hit)
      draft.change((now) => ({ ...now, grounds: [...now.grounds, newGround(hit, selected)] }))
    }
    setTimeout(() => focusField(`grounds.${index}.why`))
  }

  function remove(index: number) {
    draft.change((now) => ({ ...now, grounds: now.grounds.filter((_, i) => i !== index) }))
    setTimeout(() => focusField('grounds'))
  }

  async function undo(noticeId: string) {
    const problem = await draft.undo(noticeId)
    if (!problem) {
      say(t('compose.undone'))
      setTimeout(() => focusField('grounds'))
    }
    return problem
  }

  const part = {
    form,
    change: draft.change,
    captureClass,
    problems,
    visited: (field: string) => setVisited((now) => (now.has(field) ? now : new Set(now).add(field))),
    readOnly: stage.at === 'sending',
    say,
  }
  const kinds = [...new Set(form.grounds.map(({ groundId }) => hits[groundId]?.kind ?? 'policy'))]

  return (
    <FormContext.Provider value={part}>
      <Head view={view} item={item} close={draft.close} />
      {stage.at === 'held' ? (
        <HeldLine held={stage.held} undo={() => undo(stage.held.noticeId)} close={draft.close} />
      ) : stage.at === 'failed' ? (
        <main>
          <ProblemNote problem={stage.problem} />
        </main>
      ) : (
        <main>
          <Summary refused={draft.refused} />
          {view && item ? (
            <>
              <ItemCard view={view} item={item} />
              <EvidenceLine evidence={draft.evidence} />
            </>
          ) : (
            <p class="opening">{t('compose.opening')}</p>
          )}
          <section class="grounds" aria-label={t('compose.grounds')}>
            <Picker find={find} pick={pick} />
            {kinds.map((kind) => (
              <div key={kind}>
                <h2>{t(`compose.${kind}`)}</h2>
                {form.grounds.map((ground, i) =>
                  (hits[ground.groundId]?.kind ?? 'policy') === kind ? (
                    <GroundCard
                      key={ground.groundId}
                      index={i}
                      ground={ground}
                      hit={hits[ground.groundId]}
                      selected={selected}
                      remove={() => remove(i)}
                    />
                  ) : null,
                )}
              </div>
            ))}
          </section>
          {view && <Declaration declaration={view.declaration} />}
          {draft.unsaved && <ProblemNote problem={draft.unsaved} tone="waits" />}
        </main>
      )}
      {(stage.at === 'editing' || stage.at === 'sending') && (
        <Foot
          button={send}
          off={off}
          sending={stage.at === 'sending'}
          send={trySend}
          keep={draft.close}
          discard={draft.discard}
          ownWindow={null}
        />
      )}
      <p class="unseen" role="status">
        {status}
      </p>
    </FormContext.Provider>
  )
}
