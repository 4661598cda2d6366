import type { JWK } from 'jose'
import { useState } from 'preact/hooks'
import type { GivenProof } from '../utils/evidence/verify/proof'
import type { Line, Report } from '../utils/evidence/verify/report'
import { wordsOfLine } from '../utils/evidence/verify/words'
import type { Problem } from '../utils/problem'
import { problemIn } from './ask'
import { Button } from './controls/button'
import { ProblemNote } from './problem'
import { saveBlob } from './save'
import { useText } from './text'

/** A sealed bundle with what came after it; `keys`: those that its receipt has to be signed with. */
export type EvidenceFile = {
  bytes: Uint8Array<ArrayBuffer>
  sha256: string
  proof: GivenProof
  keys: readonly JWK[] | null
}

/**
 * The verifier's lines, when they are asked for, and a copy of the bundle with receipt and timestamp in it. Both are
 * loaded only then: reading a notice needs neither.
 */
export function EvidenceCheck({ file }: { file: EvidenceFile }) {
  const { t } = useText()
  const [report, setReport] = useState<Report | null>(null)
  const [busy, setBusy] = useState<'check' | 'save' | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const run = async (what: 'check' | 'save', work: () => Promise<void>) => {
    setBusy(what)
    setProblem(null)
    try {
      await work()
    } catch (error) {
      setProblem(problemIn(error))
    }
    setBusy(null)
  }
  const check = async () => {
    const { verifyBundle } = await import('../utils/evidence/verify/verify')
    const { bytes, sha256, proof, keys } = file
    setReport(await verifyBundle(bytes, { sha256, proof, keys }))
  }
  const saveCopy = async () => {
    const { copyWithProof } = await import('../utils/evidence/copy')
    const copy = await copyWithProof(file.bytes, file.proof)
    saveBlob(`flagpost-${file.sha256.slice(0, 12)}.wacz`, new Blob([copy], { type: 'application/wacz' }))
  }
  return (
    <div class="evidence-check">
      <div class="evidence-actions">
        <Button busy={busy === 'check'} onClick={() => run('check', check)}>
          {t(busy === 'check' ? 'evidence.opening' : 'evidence.check')}
        </Button>
        <Button kind="quiet" busy={busy === 'save'} onClick={() => run('save', saveCopy)}>
          {t('evidence.saveCopy')}
        </Button>
      </div>
      <p class="quiet small">{t('evidence.saveHint')}</p>
      {problem && <ProblemNote problem={problem} />}
      {report && <ReportView report={report} />}
    </div>
  )
}

function ReportView({ report: { holds, lines } }: { report: Report }) {
  const { t } = useText()
  return (
    <div class="evidence-report" data-holds={holds}>
      <p role="status">
        <b>{t(holds ? 'verify.holds' : 'verify.fails')}</b> {holds && t('verify.not')}
      </p>
      <dl class="facts">
        {lines.map((line) => (
          <LineView key={line.check} line={line} />
        ))}
      </dl>
    </div>
  )
}

const SIGNS = { holds: '✓', fails: '✗', absent: '–', unchecked: '?' } as const

function LineView({ line }: { line: Line }) {
  const { t } = useText()
  const { title, found, faults } = wordsOfLine(line, t)
  return (
    <>
      <dt>
        <span class="sign" data-state={line.state} role="img" aria-label={t(`verify.state.${line.state}`)}>
          {SIGNS[line.state]}
        </span>{' '}
        {title}
      </dt>
      <dd>
        {found}
        {faults.length > 0 && (
          <ul class="bare">
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        )}
      </dd>
    </>
  )
}
