/** @jsxImportSource hono/jsx */
import type { Report } from '../../utils/evidence/verify/report'
import { wordsOfLine } from '../../utils/evidence/verify/words'
import { type Locale, wordsOf } from '../../utils/i18n/catalogue'
import { makeTranslator } from '../../utils/i18n/translator'
import { useText } from './words'

/** Signed addresses of the evidence, and what stands in it; or why it can't be opened. */
export type EvidenceView =
  | {
      snapshot: string
      screenshot: string | null
      /** The page around the item, where the reviewer added it: its picture, its file. */
      window: string | null
      page: string | null
      /** A copy of the bundle with receipt and timestamp in it. */
      copy: string
      /** The verifier's, where it was asked for. */
      report: Report | null
      media: { address: string; type: string; url: string; sha256: string }[]
      record: Record<string, unknown>
    }
  | { broken: string }
  | null

/** The evidence of one notice: in sandboxed frames of the other origin, its record, the verifier's lines, a copy. */
export function EvidenceCard({ evidence, sha256 }: { evidence: EvidenceView; sha256: string | null }) {
  const { t } = useText()
  return (
    <section class="card" aria-labelledby="evidence">
      <h2 id="evidence">{t('evidence')}</h2>
      {evidence === null && <p class="quiet">{t('evidenceNone')}</p>}
      {evidence && 'broken' in evidence && (
        <p class="bad" role="alert">
          {t('evidenceBroken', { why: evidence.broken })}
        </p>
      )}
      {evidence && !('broken' in evidence) && (
        <>
          <iframe class="snapshot" title={t('snapshot')} sandbox="" src={evidence.snapshot} loading="lazy" />
          {(['screenshot', 'window'] as const).map(
            (part) =>
              evidence[part] && (
                <details>
                  <summary>{t(part)}</summary>
                  <iframe class="snapshot" title={t(part)} sandbox="" src={evidence[part]} loading="lazy" />
                </details>
              ),
          )}
          {evidence.page && (
            <p>
              <a href={evidence.page}>{t('pageFile')}</a>
            </p>
          )}
          {evidence.media.length > 0 && (
            <details>
              <summary>{t('media', { count: evidence.media.length })}</summary>
              <ul>
                {evidence.media.map((one) => (
                  <li>
                    <a href={one.address} rel="noreferrer noopener" target="_blank">
                      {one.type}
                    </a>{' '}
                    <span class="mono quiet">{one.sha256.slice(0, 16)}…</span>
                  </li>
                ))}
              </ul>
            </details>
          )}
          <details>
            <summary>{t('record')}</summary>
            <pre>{JSON.stringify(evidence.record, null, 2)}</pre>
          </details>
          {evidence.report ? (
            <ReportView report={evidence.report} />
          ) : (
            <p>
              <a href="?check#evidence">{t('check')}</a>
            </p>
          )}
          <p>
            <a href={evidence.copy}>{t('download')}</a> <span class="mono quiet">{sha256}</span>
          </p>
          <p class="quiet">{t('unchanged')}</p>
        </>
      )}
    </section>
  )
}

const SIGNS = { holds: '✓', fails: '✗', absent: '–', unchecked: '?' } as const

/** The verifier's lines, in the words that the extension has for them. */
function ReportView({ report: { holds, lines } }: { report: Report }) {
  const { locale } = useText()
  const words = makeTranslator(wordsOf(locale as Locale, ['verify', 'common']), locale) as Parameters<
    typeof wordsOfLine
  >[1]
  return (
    <div class="report" role="status">
      <p class={holds ? '' : 'bad'}>
        <b>{words(holds ? 'verify.holds' : 'verify.fails')}</b> {holds && words('verify.not')}
      </p>
      <ul>
        {lines.map((line) => {
          const { title, found, faults } = wordsOfLine(line, words)
          return (
            <li class={line.state === 'fails' ? 'bad' : ''}>
              <span role="img" aria-label={words(`verify.state.${line.state}`)}>
                {SIGNS[line.state]}
              </span>{' '}
              <b>{title}</b> {[found, ...faults].filter(Boolean).join('; ')}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
