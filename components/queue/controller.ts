import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { healthOf } from '../../utils/outbox/health'
import type { NoticeRow } from '../../utils/outbox/row'
import type { Outbox } from '../../utils/outbox/store'
import { useText } from '../text'
import { useReviewsWaiting } from '../use-reviews-waiting'
import { useSettings } from '../use-settings'
import { useVault } from '../vault/use-vault'
import type { KeyRequest, QueueWorld } from './around'
import { type Command, commandOf, isTyping } from './keys'
import { hitsOf, type Line, type ListSection, linesOf, sectionsOf } from './lines'
import { type Search, useConnections, useNow, useOnline, useQueue, useRows, useSearch } from './use-queue'

/** So long a sentence about what came of a press stands, milliseconds. */
const SAID = 6000
/** Relative times move on at this pace, milliseconds. */
const CLOCK = 15_000

const NONE: readonly NoticeRow[] = []

/** What differs between the two pages. */
export type Arrangement = {
  /** A line was pressed, or `o`: shows it (`again`: it was shown before). */
  press: (line: Line, again: boolean) => void
  /** The active line moved by key. */
  moved?: (line: Line) => void
  /** Closes what is shown; false where there is nothing to close. */
  close: () => boolean
  /** The commands of the page alone. */
  command: (command: Command) => boolean
  shown: string | null
  show: (id: string | null) => void
}

/** Everything that popup and queue page have in common: reading, searching, the active line, the keys. */
export function useQueueController(outbox: Outbox) {
  const { t } = useText()
  const { queue, problem, version, reload } = useQueue(outbox)
  const connections = useConnections()
  const settings = useSettings()
  const online = useOnline()
  const reviews = useReviewsWaiting()
  const locked = useVault()?.locked ?? false
  const now = useNow(CLOCK)
  const [search, setSearch] = useState<Search>({ query: '', state: null })
  const found = useSearch(outbox, search, version)
  const rowsOf = useRows(outbox, version, queue?.first ?? NONE)
  const [active, setActive] = useState<string | null>(null)
  const [moves, setMoves] = useState(0)
  const [request, setRequest] = useState<KeyRequest | null>(null)
  const [said, say] = useSaid()
  const [keysOpen, openKeys] = useState(false)
  const field = useRef<HTMLInputElement>(null)

  const sections = useMemo(() => {
    if (!queue) return []
    if (!found) return sectionsOf(queue, connections ?? [])
    return hitsOf(found.ids, search.state === null ? queue.drafts : [], search.query)
  }, [queue, connections, found, search])
  const paused = settings?.paused ?? false
  const health = useMemo(
    () => queue && healthOf(queue, connections, { paused, online, reviews, locked }),
    [queue, connections, paused, online, reviews, locked],
  )
  const title = ({ name, lines }: ListSection) =>
    name === 'hits'
      ? t('queue.hits', { count: lines.length })
      : t(name === 'rest' && sections.length === 1 ? 'queue.all' : `queue.${name}`)
  const world: QueueWorld = { outbox, version, connections, paused, online, locked, now, say, request }

  /** Moves the active line by `step`, or to an end. */
  function move(step: number | 'first' | 'last'): Line | undefined {
    const lines = linesOf(sections)
    const at = lines.findIndex(({ id }) => id === active)
    const to = step === 'first' ? 0 : step === 'last' ? lines.length - 1 : at < 0 ? 0 : at + step
    const line = lines[Math.max(0, Math.min(lines.length - 1, to))]
    if (line) setActive(line.id)
    setMoves((times) => times + 1)
    return line
  }

  return {
    queue,
    problem,
    reload,
    connections,
    settings,
    locked,
    search,
    setSearch,
    found,
    rowsOf,
    active,
    setActive,
    moves,
    focusActive: () => setMoves((times) => times + 1),
    said,
    say,
    keysOpen,
    openKeys,
    field,
    sections,
    health,
    title,
    world,
    move,
    request: (id: string, command: Command) => setRequest({ id, command, at: Date.now(), taken: false }),
  }
}
export type QueueController = ReturnType<typeof useQueueController>

/** The page's keys: listened for on the whole document, wherever the focus is. */
export function useKeys(queue: QueueController, page: Arrangement): void {
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return
      const letters = queue.settings?.singleKeys ?? true
      const target = event.target as Element | null
      // In the reading pane the arrows scroll.
      if (/^(Arrow|Home|End)/.test(event.key) && target?.closest('.pane')) return
      const enter = event.key === 'Enter' && target === document.body ? 'open' : null
      const command = enter ?? commandOf(event, { typing: isTyping(event.target), letters })
      if (command && run(command, queue, page)) event.preventDefault()
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  })
}

/** True when the command did something. */
function run(command: Command, queue: QueueController, page: Arrangement): boolean {
  const line = linesOf(queue.sections).find(({ id }) => id === queue.active)
  switch (command) {
    case 'search':
      queue.field.current?.focus()
      queue.field.current?.select()
      return true
    case 'next':
    case 'previous':
    case 'first':
    case 'last': {
      const step = command === 'next' ? 1 : command === 'previous' ? -1 : command
      const to = queue.move(step)
      if (to) page.moved?.(to)
      return true
    }
    case 'open':
      if (line) page.press(line, line.id === page.shown)
      return line !== undefined
    case 'close':
      return close(queue, page)
    case 'list':
      queue.openKeys(true)
      return true
    case 'undo':
    case 'retry':
    case 'mend':
    case 'withdraw': {
      const id = page.shown ?? queue.active
      if (id === null) return false
      page.show(id)
      queue.request(id, command)
      return true
    }
    default:
      return page.command(command)
  }
}

/** Escape closes one thing at a time: what is shown, then the search; then the browser may close the popup. */
function close(queue: QueueController, page: Arrangement): boolean {
  const typing = document.activeElement === queue.field.current
  if (!typing && page.close()) {
    queue.focusActive()
    return true
  }
  const { query, state } = queue.search
  if (query !== '' || state !== null) {
    queue.setSearch({ query: '', state: null })
    return true
  }
  if (typing) queue.move('first')
  return typing
}

/** A sentence that stands for a while. */
function useSaid(): [string | null, (words: string) => void] {
  const [said, set] = useState<string | null>(null)
  useEffect(() => {
    if (said === null) return
    const timer = setTimeout(() => set(null), SAID)
    return () => clearTimeout(timer)
  }, [said])
  return [said, set]
}
