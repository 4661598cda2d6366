import { useRef, useState } from 'preact/hooks'
import type { LedgerEntry } from '../../utils/ledger/entry'
import { exportLedger, readLedger } from '../../utils/ledger/export'
import type { Problem } from '../../utils/problem'
import { problemIn } from '../ask'
import { Button } from '../controls/button'
import { Field } from '../controls/field'
import { ProblemNote } from '../problem'
import { save } from '../save'
import { useText } from '../text'
import type { Ledger } from './use-ledger'

/** A ledger that somebody else saved, as it was read here. */
export type Added = { name: string; entries: LedgerEntry[] }

/** Saves this browser's ledger for whoever makes the report, and takes in what others saved: for this report alone. */
export function Ledgers(props: { own: Ledger; added: Added[]; change: (added: Added[]) => void }) {
  const { own, added, change } = props
  const { t } = useText()
  const [problem, setProblem] = useState<{ name: string; problem: Problem } | null>(null)
  const file = useRef<HTMLInputElement>(null)

  async function take(files: readonly File[]) {
    setProblem(null)
    const all = [...added]
    for (const one of files) {
      try {
        const { entries } = await readLedger(await one.text())
        all.push({ name: one.name, entries })
      } catch (error) {
        setProblem({ name: one.name, problem: problemIn(error) })
      }
    }
    change(all)
    // The same file can be chosen again.
    if (file.current) file.current.value = ''
  }

  return (
    <section class="report-ledgers" aria-labelledby="ledgers-title">
      <h2 id="ledgers-title">{t('report.ledgers')}</h2>
      <p class="quiet">{t('report.ledgersLead')}</p>
      <div class="buttons">
        <Button onClick={() => save('flagpost-ledger.jsonl', 'application/jsonl', exportLedger(own))}>
          {t('report.saveLedger')}
        </Button>
      </div>
      <Field label={t('report.addLedgers')} hint={t('report.addLedgersHint')}>
        {({ class: _, ...control }) => (
          <input
            {...control}
            ref={file}
            type="file"
            multiple
            accept=".jsonl"
            onChange={({ currentTarget: { files } }) => void take([...(files ?? [])])}
          />
        )}
      </Field>
      {problem && (
        <>
          <p>
            <bdi>{problem.name}</bdi>
          </p>
          <ProblemNote problem={problem.problem} />
        </>
      )}
      {added.length > 0 && (
        <ul>
          {added.map((one, at) => (
            <li key={`${one.name} ${at}`}>
              <bdi>{one.name}</bdi> · {t('report.lines', { count: one.entries.length })}{' '}
              <Button
                kind="quiet"
                aria-label={`${t('report.leaveOut')}: ${one.name}`}
                onClick={() => change(added.filter((other) => other !== one))}
              >
                {t('report.leaveOut')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
