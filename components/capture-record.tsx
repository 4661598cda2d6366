import { Fragment } from 'preact'
import type { ContextPart } from '../utils/evidence/page-context'
import type { CaptureRecord } from '../utils/evidence/record'
import type { Key } from '../utils/i18n/catalogue'
import { exact, size } from '../utils/i18n/formats'
import { plainAddress } from '../utils/plain-address'
import { useText } from './text'

/** What was known at the capture: page, time, window, program, and each medium with what became of it. */
export function CaptureRecordView({ record }: { record: CaptureRecord }) {
  const { t, locale } = useText()
  const { page, tool, media, screenshot, chosen, clock, reviewer } = record
  return (
    <dl class="facts">
      <dt>{t('evidence.page')}</dt>
      <dd>
        <bdi>{page.title}</bdi> <bdi class="quiet">{plainAddress(page.address)}</bdi>
      </dd>
      <dt>{t('evidence.time')}</dt>
      <dd>
        {exact(Date.parse(page.capturedAt), locale)} · {page.timeZone}
      </dd>
      {clock && (
        <>
          <dt>{t('evidence.clock')}</dt>
          <dd>{t('evidence.clockAhead', { seconds: Math.round(clock.aheadMs / 100) / 10 })}</dd>
        </>
      )}
      <dt>{t('evidence.chosen')}</dt>
      <dd>
        <Chosen how={chosen} /> · {reviewer}
      </dd>
      <dt>{t('evidence.signedIn')}</dt>
      <dd>{t(`evidence.signedIn.${page.signedIn ?? 'unknown'}`)}</dd>
      <dt>{t('evidence.viewport')}</dt>
      <dd>
        {page.viewport.width} × {page.viewport.height} · {page.devicePixelRatio}× ·{' '}
        {t(`evidence.scheme.${page.colourScheme}`)} · {page.language ?? '–'}
      </dd>
      <dt>{t('evidence.tool')}</dt>
      <dd>
        {tool.name} {tool.version}
        {tool.site && ` · ${tool.site} ${tool.siteVersion ?? ''}`}
      </dd>
      <dt>{t('evidence.screenshot')}</dt>
      <dd>
        {'missing' in screenshot ? (
          <Missing kind="noShot" why={screenshot.missing} />
        ) : (
          <code>{screenshot.sha256.slice(0, 16)}…</code>
        )}
      </dd>
      {PAGE.map(
        ([part, title]) =>
          record.context[part] && (
            <Fragment key={part}>
              <dt>{t(title)}</dt>
              <dd>
                <AroundIt part={record.context[part]} />
              </dd>
            </Fragment>
          ),
      )}
      {record.redacted && (
        <>
          <dt>{t('evidence.redacted')}</dt>
          <dd>
            {record.redacted.regions
              .map(({ why, count }) => `${count} × ${t(`evidence.redacted.${why}`)}`)
              .join(', ')}
          </dd>
        </>
      )}
      {record.changed && (
        <>
          <dt>{t('evidence.snapshot')}</dt>
          <dd>{t('evidence.changed')}</dd>
        </>
      )}
      {media.length > 0 && (
        <>
          <dt>{t('evidence.media')}</dt>
          <dd>
            <ul class="bare">
              {media.map((one, at) => (
                // The same address may stand in it twice.
                <li key={at}>
                  {one.sha256 === null ? (
                    <Missing kind="missing" why={one.missing ?? 'failed'} />
                  ) : (
                    <>
                      {t('evidence.kept', { type: one.type ?? '', size: size(one.bytes, t) })}{' '}
                      <code>{one.sha256.slice(0, 16)}…</code>
                    </>
                  )}
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
    </dl>
  )
}

const PAGE = [
  ['window', 'evidence.window'],
  ['page', 'evidence.pageFile'],
] as const

/** What was kept of the page around the item, when, or why not. */
function AroundIt({ part }: { part: ContextPart }) {
  const { t, locale } = useText()
  if ('missing' in part) return <Missing kind="noShot" why={part.missing} />
  return (
    <>
      {exact(Date.parse(part.at), locale)} · {size(part.bytes, t)} · <code>{part.sha256.slice(0, 16)}…</code>
    </>
  )
}

/** How the item was chosen; a way that this version has no words for reads as not known. */
function Chosen({ how }: { how: string | null }) {
  const { t } = useText()
  const key = `evidence.chosen.${how ?? 'unknown'}` as Key
  const words = t(key)
  return <>{words === key ? t('evidence.chosen.unknown') : words}</>
}

/** Why something was not kept; a reason that this version has no words for reads as a failure. */
function Missing({ kind, why }: { kind: 'noShot' | 'missing'; why: string }) {
  const { t } = useText()
  const key = `evidence.${kind}.${why}` as Key
  const words = t(key)
  return <>{words === key ? t(`evidence.${kind}.failed`) : words}</>
}
