import { useMemo, useState } from 'preact/hooks'
import { casesOf } from '../../utils/report/cases'
import { type Mirror, mirrorOf, type Share } from '../../utils/report/mirror'
import { ProblemNote } from '../problem'
import { useText } from '../text'
import { useAsked } from '../use-asked'
import { Bars, Columns } from './pictures'
import { type Ledger, useLedger, useNames, useSpan } from './use-ledger'
import './report.css'

/** The reviewer's own mirror: what was reported, what became of it, and on what it concentrates. */
export function MirrorPage() {
  const { t } = useText()
  const { ledger, problem } = useLedger()
  return (
    <main class="report">
      <h1>{t('mirror.title')}</h1>
      <p class="quiet">{t('mirror.lead')}</p>
      {problem && <ProblemNote problem={problem} />}
      {ledger && <Reflection ledger={ledger} />}
    </main>
  )
}

function Reflection({ ledger }: { ledger: Ledger }) {
  const { t } = useText()
  const cases = useMemo(() => casesOf(ledger.entries), [ledger])
  const [chosen, choose] = useState('')
  // One account is one reviewer of one organisation.
  const accounts = useMemo(() => [...new Set(cases.map(({ reviewer }) => reviewer))].sort(), [cases])
  const { value: connections } = useAsked('connection.list', {})
  const nameOf = (id: string) => {
    const account = connections?.find((one) => one.account.id === id)?.account
    return account ? `${account.reviewerCode} · ${account.organisation.name}` : id.slice(0, 8)
  }
  const mirror = useMemo(
    () =>
      mirrorOf(
        cases.filter(({ reviewer }) => chosen === '' || reviewer === chosen),
        ledger.authors,
      ),
    [cases, chosen, ledger],
  )
  return (
    <>
      <div class="report-bar">
        <label>
          {t('mirror.reviewer')}{' '}
          <select class="input" value={chosen} onChange={({ currentTarget: { value } }) => choose(value)}>
            <option value="">{t('mirror.all')}</option>
            {accounts.map((id) => (
              <option key={id} value={id}>
                {nameOf(id)}
              </option>
            ))}
          </select>
        </label>
        <a href="report.html">{t('report.title')}</a>
        <a href="queue.html">{t('queue.title')}</a>
      </div>
      <Figures mirror={mirror} />
      {mirror.notices === 0 ? <p>{t('report.empty')}</p> : <Parts mirror={mirror} />}
    </>
  )
}

function Figures({ mirror }: { mirror: Mirror }) {
  const { t } = useText()
  const span = useSpan()
  const figures = [
    ['notices', mirror.notices],
    ['decided', mirror.decided],
    ['unfounded', mirror.unfounded],
    ['reversed', mirror.reversed],
    ['refused', mirror.refused],
    ['withdrawn', mirror.withdrawn],
    ['toReceipt', span(mirror.minutesToReceipt)],
    ['toDecision', span(mirror.minutesToDecision)],
  ] as const
  return (
    <dl class="figures">
      {figures.map(([name, figure]) => (
        <div key={name}>
          <dt>{t(`mirror.${name}`)}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  )
}

function Parts({ mirror }: { mirror: Mirror }) {
  const { t, locale } = useText()
  const names = useNames()
  const month = (code: string) =>
    new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
      Date.parse(`${code}-01`),
    )
  /** January stands for its year: columns without gaps need no more. */
  const short = (code: string) =>
    new Intl.DateTimeFormat(locale, {
      ...(code.endsWith('-01') ? { year: 'numeric' } : { month: 'short' }),
      timeZone: 'UTC',
    }).format(Date.parse(`${code}-01`))
  const parts: { name: keyof Mirror['by']; word: (key: string) => string }[] = [
    { name: 'category', word: names.category },
    { name: 'author', word: (key) => (key === '?' ? t('report.unknown') : key.slice(0, 8)) },
    { name: 'platform', word: names.platform },
    { name: 'language', word: names.language },
  ]
  return (
    <>
      <section class="mirror-part" aria-labelledby="part-months">
        <h2 id="part-months">{t('mirror.months')}</h2>
        <Columns
          figures={mirror.months.map((one) => ({
            word: month(one.month),
            short: short(one.month),
            count: one.count,
          }))}
        />
      </section>
      {parts.map(({ name, word }) => (
        <section class="mirror-part" key={name} aria-labelledby={`part-${name}`}>
          <h2 id={`part-${name}`}>{t(`mirror.by.${name}`)}</h2>
          {name === 'author' && <p class="small quiet">{t('mirror.hashed')}</p>}
          <Shares shares={mirror.by[name]} word={word} head={t(`mirror.head.${name}`)} />
        </section>
      ))}
    </>
  )
}

/** So many lines have a bar; the rest stand in the table's last line together. */
const MOST = 12

function Shares({ shares, word, head }: { shares: Share[]; word: (key: string) => string; head: string }) {
  const { t } = useText()
  const rest = shares.slice(MOST)
  const others = { count: rest.reduce((sum, { count }) => sum + count, 0), share: 0 }
  const shown = shares.slice(0, MOST).map((one) => ({ ...one, word: word(one.key) }))
  return (
    <Bars
      head={[head, t('report.notices'), t('mirror.share')]}
      figures={[...shown, ...(others.count > 0 ? [{ ...others, word: t('mirror.others') }] : [])]}
    />
  )
}
