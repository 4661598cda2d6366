import { type ComponentChildren, render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { translator, uiLocale } from '../utils/i18n'
import { settings } from '../utils/settings'
import { type Text, TextContext } from './text'

/** Words in the reviewer's language, a new translator each time the setting changes, on whichever page. */
function Speaking({ first, title, children }: { first: Text; title: string; children: ComponentChildren }) {
  const [text, setText] = useState(first)
  useEffect(
    () =>
      settings.watch(async () => {
        const locale = await uiLocale()
        setText((now) => (now.locale === locale ? now : { locale, t: translator(locale) }))
      }),
    [],
  )
  useEffect(() => {
    document.documentElement.lang = text.locale
    document.title = text.t(title as Parameters<Text['t']>[0])
  }, [text, title])
  return <TextContext.Provider value={text}>{children}</TextContext.Provider>
}

/** Puts a page of ours into `#app`; `title`: the key of its title. It follows the language setting from then on. */
export async function openPage(title: string, content: ComponentChildren): Promise<void> {
  const locale = await uiLocale()
  const root = document.getElementById('app') as HTMLElement
  render(
    <Speaking first={{ locale, t: translator(locale) }} title={title}>
      {content}
    </Speaking>,
    root,
  )
}
