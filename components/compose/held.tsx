import { useEffect, useRef, useState } from 'preact/hooks'
import type { Problem } from '../../utils/problem'
import { Icon } from '../icon'
import { ProblemNote } from '../problem'
import { useText } from '../text'
import type { Held } from './draft'

type HeldProps = {
  held: Held
  say: (words: string) => void
  undo: () => Promise<Problem | null>
  /** Closes the form; the focus goes back to the post. */
  close: () => void
}

/** Long enough to be read out where there is no time to undo, milliseconds. */
const READ = 1500

/** After Send: one line, and the time in which it can be taken back. */
export function HeldLine({ held, say, undo, close }: HeldProps) {
  const { t } = useText()
  const [now, setNow] = useState(Date.now())
  const [failed, setFailed] = useState<Problem | null>(null)
  const [undoing, setUndoing] = useState(false)
  const on = useRef<HTMLButtonElement>(null)
  const left = Math.max(0, Math.ceil((held.dueAt - now) / 1000))
  const canUndo = (held.state === 'held' || held.state === 'inReview') && left > 0

  const words =
    held.state === 'inReview'
      ? t('compose.inReview')
      : canUndo
        ? t('compose.held', { seconds: left })
        : t('compose.queued')

  useEffect(() => {
    on.current?.focus()
    // Once: a countdown that is read out would never end.
    say(words)
    const timer = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(timer)
  }, [])

  useEffect(() => {
    if (canUndo || undoing || failed) return
    const timer = setTimeout(close, READ)
    return () => clearTimeout(timer)
  }, [canUndo, undoing, failed])

  async function takeBack() {
    if (undoing) return
    setUndoing(true)
    const problem = await undo()
    if (problem) {
      setFailed(problem)
      setUndoing(false)
    }
  }

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!canUndo || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return
      event.preventDefault()
      void takeBack()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  })

  return (
    <main class="held">
      <p class="line">
        <Icon name="check" />
        <span>{words}</span>
      </p>
      {failed && <ProblemNote problem={failed} />}
      <div class="buttons">
        {canUndo && !failed && (
          <button type="button" onClick={takeBack} aria-busy={undoing} aria-keyshortcuts="Control+Z">
            <Icon name="undo" /> {t('compose.undo', { seconds: left })}
          </button>
        )}
        <button ref={on} type="button" class="primary" onClick={close}>
          {t('compose.back')}
        </button>
      </div>
    </main>
  )
}
