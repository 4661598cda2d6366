/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { useText } from './words'

/** The frame of every page of the desk. No script is on any of them. */
export function Layout({ title, children, signedIn }: { title: string; children: Child; signedIn: boolean }) {
  const { t, locale } = useText()
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${t('desk')}`}</title>
        <link rel="stylesheet" href="/desk/desk.css" />
      </head>
      <body>
        <header class="bar">
          <a class="mark" href="/desk">
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <path d="M3 1.5h1.5v13H3z" />
              <path d="M5 2.5h8.2l-2.1 3.2 2.1 3.3H5z" />
            </svg>
            <b>{t('desk')}</b>
          </a>
          {signedIn && (
            <nav aria-label={t('notices')}>
              <a href="/desk">{t('open')}</a>
              <a href="/desk/closed">{t('closed')}</a>
            </nav>
          )}
        </header>
        <main>{children}</main>
      </body>
    </html>
  )
}

/** A moment to the minute. */
export const minute = (at: Date | string): string =>
  `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`

/** A moment, exact on hover. */
export function When({ at }: { at: Date | string }) {
  const iso = typeof at === 'string' ? at : at.toISOString()
  return (
    <time datetime={iso} title={iso}>
      {minute(at)}
    </time>
  )
}

/** Words from outside: data in any direction, never markup. Invisible characters are shown by their number. */
export function Words({ text }: { text: string }) {
  return <bdi dir="auto">{reveal(text)}</bdi>
}

/** Bidi controls and other characters that hide or turn text, made visible. */
export function reveal(text: string): string {
  return text.replace(
    HIDDEN,
    (sign) => `⟨U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
  )
}

const HIDDEN = /(?![\n\t])[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu
