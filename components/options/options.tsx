import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { wordsOf } from '../../utils/i18n/catalogue'
import { SITES } from '../../utils/sites'
import { Icon } from '../icon'
import { useText } from '../text'
import { About } from './about'
import { Connections } from './connections'
import { Grounds } from './grounds'
import { useHighlight } from './highlight'
import { Keys } from './keys'
import { Language } from './language'
import { PracticeSection } from './practice'
import { Privacy } from './privacy'
import { SECTIONS, type SectionId, searchSections, sectionOf } from './sections'
import { Sites } from './sites'
import { Storage } from './storage'
import './options.css'

const PARTS: Record<SectionId, () => preact.JSX.Element> = {
  connections: Connections,
  sites: Sites,
  grounds: Grounds,
  privacy: Privacy,
  storage: Storage,
  keys: Keys,
  language: Language,
  practice: PracticeSection,
  about: About,
}
const SITE_NAMES = SITES.map(({ name }) => name).join(' ')

/** The part that the address names, and its heading's focus when the address changes. */
function useSection(): SectionId {
  const [section, setSection] = useState(() => sectionOf(location.hash))
  const moved = useRef(false)
  useEffect(() => {
    const follow = () => {
      moved.current = true
      setSection(sectionOf(location.hash))
    }
    addEventListener('hashchange', follow)
    // It may have changed before anybody listened.
    setSection(sectionOf(location.hash))
    return () => removeEventListener('hashchange', follow)
  }, [])
  useEffect(() => {
    if (!moved.current) return
    scrollTo(0, 0)
    document.getElementById(`${section}-title`)?.focus({ preventScroll: true })
  }, [section])
  return section
}

/** The options page: one part at a time, or all that fit what is searched. */
export function Options() {
  const { t, locale } = useText()
  const section = useSection()
  const [query, setQuery] = useState('')
  const words = useMemo(() => wordsOf(locale, ['options', 'storage']), [locale])
  const found = useMemo(
    () => (query.trim() ? searchSections(query, words, { sites: SITE_NAMES }) : null),
    [query, words],
  )
  const shown = found ?? [section]
  const main = useRef<HTMLElement>(null)
  useHighlight(main, query)
  return (
    <div class="options">
      <header class="side">
        <h1>
          <Icon name="flag" /> {t('options.title')}
        </h1>
        <input
          class="input"
          type="search"
          aria-label={t('options.search')}
          placeholder={t('options.search')}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && setQuery('')}
        />
        <nav aria-label={t('options.parts')}>
          {SECTIONS.map((id) => (
            <a
              key={id}
              href={`#${id}`}
              class={found?.includes(id) ? 'in' : ''}
              aria-current={!found && id === section ? 'page' : undefined}
              onClick={() => setQuery('')}
            >
              {t(`options.${id}.title`)}
            </a>
          ))}
        </nav>
      </header>
      <main ref={main}>
        <p class="unseen" role="status">
          {found && t('options.found', { count: found.length })}
        </p>
        {shown.map((id) => {
          const Part = PARTS[id]
          return <Part key={id} />
        })}
        {found?.length === 0 && <p class="quiet">{t('options.nothing', { query })}</p>}
      </main>
    </div>
  )
}
