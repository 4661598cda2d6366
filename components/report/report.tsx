import { useMemo, useState } from 'preact/hooks'
import type { Key } from '../../utils/i18n/catalogue'
import { together } from '../../utils/ledger/together'
import { registerJson } from '../../utils/report/register'
import {
  reportCsv,
  reportJson,
  type TransparencyReport,
  transparencyOf,
  yearsOf,
} from '../../utils/report/transparency'
import { Button } from '../controls/button'
import { ProblemNote } from '../problem'
import { save } from '../save'
import { useText } from '../text'
import { type Added, Ledgers } from './ledgers'
import { type Ledger, useLedger, useNames, useSpan } from './use-ledger'
import './report.css'

const JSON_TYPE = 'application/json'

/** The organisation's transparency report (DSA Article 22(3)) from the ledger, to be read, printed and saved. */
export function ReportPage() {
  const { t } = useText()
  const { ledger, problem } = useLedger()
  return (
    <main class="report">
      <h1>{t('report.title')}</h1>
      {problem && <ProblemNote problem={problem} />}
      {ledger && <Report ledger={ledger} />}
    </main>
  )
}

function Report({ ledger }: { ledger: Ledger }) {
  const { t } = useText()
  const { broken } = ledger
  const [added, setAdded] = useState<Added[]>([])
  const ledgers = useMemo(() => [ledger.entries, ...added.map((one) => one.entries)], [ledger, added])
  const entries = useMemo(() => together(ledgers), [ledgers])
  const years = useMemo(() => yearsOf(entries), [entries])
  const [year, setYear] = useState<number | null>(null)
  const report = useMemo(() => transparencyOf(entries, year, ledgers), [entries, year, ledgers])
  const name = `flagpost-transparency-${year ?? 'all'}`
  return (
    <>
      <p class="quiet">{t('report.lead')}</p>
      <div class="report-bar">
        <label>
          {t('report.year')}{' '}
          <select
            class="input"
            value={String(year ?? '')}
            onChange={({ currentTarget: { value } }) => setYear(value === '' ? null : Number(value))}
          >
            <option value="">{t('report.allYears')}</option>
            {years.map((one) => (
              <option key={one} value={String(one)}>
                {one}
              </option>
            ))}
          </select>
        </label>
        <Button kind="primary" onClick={() => print()}>
          {t('report.print')}
        </Button>
        <Button onClick={() => save(`${name}.csv`, 'text/csv', reportCsv(report))}>CSV</Button>
        <Button onClick={() => save(`${name}.json`, JSON_TYPE, reportJson(report))}>JSON</Button>
        <Button
          onClick={() =>
            save(`flagpost-register-${year ?? 'all'}.json`, JSON_TYPE, registerJson(entries, year))
          }
        >
          {t('report.register')}
        </Button>
        <a href="mirror.html">{t('mirror.title')}</a>
      </div>
      <Facts report={report} />
      {report.rows.length === 0 ? <p>{t('report.empty')}</p> : <Table report={report} />}
      <h2>{t('report.independence')}</h2>
      <ul>
        {(['policy', 'exact', 'second', 'declared', 'automatic'] as const).map((one) => (
          <li key={one}>{t(`report.${one}`)}</li>
        ))}
      </ul>
      <Ledgers own={ledger} added={added} change={setAdded} />
      <p class={broken === null ? 'small quiet' : 'report-broken'}>
        {broken === null
          ? t('report.chain', {
              n: entries.length,
              head: report.ledgers.map(({ head }) => head.slice(0, 16) || '–').join(', '),
            })
          : t('report.broken', { seq: broken })}
      </p>
    </>
  )
}

function Facts({ report }: { report: TransparencyReport }) {
  const { t } = useText()
  const span = useSpan()
  return (
    <dl class="facts">
      <dt>{t('report.organisation')}</dt>
      <dd>
        <bdi>{report.organisations.join(', ') || '–'}</bdi>
      </dd>
      <dt>{t('report.period')}</dt>
      <dd>{report.year ?? t('report.allYears')}</dd>
      <dt>{t('report.notices')}</dt>
      <dd>{report.notices}</dd>
      <dt>{t('report.decided')}</dt>
      <dd>{report.decided}</dd>
      <dt>{t('report.notArrived')}</dt>
      <dd>{report.notArrived}</dd>
      <dt>{t('report.toReceipt')}</dt>
      <dd>{span(report.minutesToReceipt)}</dd>
      <dt>{t('report.toDecision')}</dt>
      <dd>{span(report.minutesToDecision)}</dd>
    </dl>
  )
}

function Table({ report: { rows } }: { report: TransparencyReport }) {
  const { t } = useText()
  const names = useNames()
  const span = useSpan()
  const outcome = (code: string) =>
    code === 'pending' || code === 'withdrawn' ? t(`report.${code}`) : t(`outcome.${code}` as Key)
  return (
    <table class="report-table">
      <caption>{t('report.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('report.provider')}</th>
          <th scope="col">{t('report.category')}</th>
          <th scope="col">{t('report.outcome')}</th>
          <th scope="col" class="figure">
            {t('report.notices')}
          </th>
          <th scope="col" class="figure">
            {t('report.toReceipt')}
          </th>
          <th scope="col" class="figure">
            {t('report.toDecision')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.provider} ${row.category} ${row.outcome}`}>
            <td>
              <bdi>{names.platform(row.provider)}</bdi>
            </td>
            <td>{names.category(row.category)}</td>
            <td>{outcome(row.outcome)}</td>
            <td class="figure">{row.notices}</td>
            <td class="figure">{span(row.minutesToReceipt)}</td>
            <td class="figure">{span(row.minutesToDecision)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
