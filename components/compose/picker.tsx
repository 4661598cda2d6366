import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { GroundHit } from '../../utils/messages'
import { Icon } from '../icon'
import { useText } from '../text'
import { useForm } from './context'
import { FieldProblems } from './field'
import { keysAway } from './keys-away'
import { createLookup } from './lookup'
import { kindOf } from './names'

type PickerProps = {
  /** Finds grounds; null while the item is still being read: what is typed meanwhile is looked up then. */
  find: ((query: string) => Promise<GroundHit[]>) | null
  pick: (hit: GroundHit) => void
}

/** Policy and law apart; the section of the best hit first. */
export function sections(hits: readonly GroundHit[]): { kind: GroundHit['kind']; hits: GroundHit[] }[] {
  const kinds = [...new Set(hits.map(({ kind }) => kind))]
  return kinds.map((kind) => ({ kind, hits: hits.filter((hit) => hit.kind === kind) }))
}

/** One box that finds policy and law grounds as one types (ARIA 1.2 combobox with a list). */
export function Picker({ find, pick }: PickerProps) {
  const { t } = useText()
  const { form, readOnly, say, problems } = useForm()
  const id = useId()
  const box = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [query, setQuery] = useState('')
  const [open, setOpen] = useState(false)
  const [found, setFound] = useState<{ query: string; hits: GroundHit[] } | null>(null)
  const [failed, setFailed] = useState(false)
  const [active, setActive] = useState(0)
  /** Enter came before its answer: the first hit is taken when it is there. */
  const hurry = useRef(false)

  const groups = found ? sections(found.hits) : []
  const order = groups.flatMap(({ hits }) => hits)
  const taken = new Set(form.grounds.map(({ groundId }) => groundId))

  const lookup = useMemo(
    () =>
      find &&
      createLookup<GroundHit[]>(
        find,
        (asked, hits) => {
          setFailed(false)
          setFound({ query: asked, hits })
          setActive(0)
        },
        () => setFailed(true),
      ),
    [find],
  )

  // Before anything is painted: what is typed from now on is typed here.
  useLayoutEffect(() => {
    if (!keysAway()) box.current?.focus()
  }, [])

  useEffect(() => {
    if (open) lookup?.(query.trim().slice(0, 200))
  }, [lookup, open, query])

  const fresh = found !== null && found.query === query.trim().slice(0, 200)
  useEffect(() => {
    if (!open || !fresh) return
    say(order.length ? t('compose.found', { count: order.length }) : t('compose.noHits', { query }))
    if (hurry.current) take(order[0])
  }, [found, open])

  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [active, found])

  function close() {
    setOpen(false)
    hurry.current = false
  }

  function take(hit: GroundHit | undefined) {
    hurry.current = false
    if (!hit) return
    close()
    setQuery('')
    setFound(null)
    pick(hit)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.isComposing || event.ctrlKey || event.metaKey) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step) {
      event.preventDefault()
      if (event.altKey) setOpen(step > 0)
      else if (!open) setOpen(true)
      else if (order.length) setActive((active + step + order.length) % order.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (!open) setOpen(true)
      else if (fresh) take(order[active])
      else hurry.current = true
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      close()
    } else if (event.key === 'Tab') close()
    else hurry.current = false
  }

  let index = -1
  return (
    <div class="picker">
      <label for={id}>{t('compose.search')}</label>
      <input
        ref={box}
        id={id}
        type="text"
        role="combobox"
        data-field="grounds"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-haspopup="listbox"
        aria-autocomplete="list"
        aria-activedescendant={open && order.length ? `${id}-${active}` : undefined}
        aria-describedby={`${id}-h ${id}-p`}
        aria-invalid={
          problems.some(({ field, level }) => field === 'grounds' && level === 'wrong') || undefined
        }
        autoComplete="off"
        autoCapitalize="off"
        spellcheck={false}
        readOnly={readOnly}
        maxLength={200}
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value)
          setOpen(true)
        }}
        onClick={() => setOpen(true)}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      <div class="popup" hidden={!open || (order.length === 0 && !fresh && !failed)}>
        <div
          ref={list}
          id={`${id}-list`}
          role="listbox"
          aria-label={t('compose.grounds')}
          hidden={order.length === 0}
        >
          {groups.map(({ kind, hits }) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options has no element of its own
            <div role="group" aria-labelledby={`${id}-${kind}`} key={kind}>
              <div class="section" id={`${id}-${kind}`} role="presentation">
                {t(`compose.${kind}`)}
              </div>
              {hits.map((hit) => {
                const at = ++index
                return (
                  // biome-ignore lint/a11y/useFocusableInteractive: the box keeps the focus (aria-activedescendant)
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the box's
                  <div
                    key={hit.id}
                    id={`${id}-${at}`}
                    class="option"
                    role="option"
                    aria-selected={at === active}
                    // The box keeps the focus.
                    onPointerDown={(event) => event.preventDefault()}
                    onClick={() => take(hit)}
                  >
                    <span class="name">{hit.title}</span>
                    {taken.has(hit.id) && (
                      <span class="tag">
                        <Icon name="check" /> {t('compose.chosen')}
                      </span>
                    )}
                    {hit.capture !== 'full' && <span class="tag">{t(`compose.class.${hit.capture}`)}</span>}
                    <span class="where">{kindOf(hit)}</span>
                  </div>
                )
              })}
            </div>
          ))}
        </div>
        {open && fresh && order.length === 0 && <p class="empty">{t('compose.noHits', { query })}</p>}
        {open && failed && <p class="empty">{t('problem.unexpected')}</p>}
      </div>
      <p class="hint" id={`${id}-h`}>
        {t('compose.searchHint')}
      </p>
      <FieldProblems field="grounds" id={`${id}-p`} />
    </div>
  )
}
