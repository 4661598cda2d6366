import type { Ref } from 'preact'
import { useText } from '../text'

/** Where the queue is searched; Escape clears it, then leaves it. */
export function SearchBox(props: {
  field: Ref<HTMLInputElement>
  query: string
  change: (query: string) => void
  leave: () => void
}) {
  const { t } = useText()
  return (
    <input
      ref={props.field}
      class="input search"
      type="search"
      placeholder={t('queue.search')}
      aria-label={t('queue.search')}
      aria-keyshortcuts="/"
      autocomplete="off"
      spellcheck={false}
      value={props.query}
      onInput={(event) => props.change(event.currentTarget.value)}
      onKeyDown={(event) => {
        // From the box straight into what it found.
        if (event.key === 'ArrowDown' || event.key === 'Enter') {
          event.preventDefault()
          props.leave()
        }
      }}
    />
  )
}
