import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { unbox } from '../utils/evidence/box'
import { type OpenedBundle, openBundle } from '../utils/evidence/bundle'
import type { CaptureClass } from '../utils/grounds/ground'
import { exact, size } from '../utils/i18n/formats'
import { sha256 } from '../utils/ledger/entry'
import type { NoticeRow } from '../utils/outbox/row'
import type { Outbox } from '../utils/outbox/store'
import { type Problem, ProblemError } from '../utils/problem'
import { problemIn } from './ask'
import { CaptureRecordView } from './capture-record'
import { Button } from './controls/button'
import { ProblemNote } from './problem'
import { SnapshotFrame } from './snapshot-frame'
import { StateSign } from './state-mark'
import { useText } from './text'
import './evidence-view.css'

/**
 * Opens the sealed bundle out of its box and checks that it is the one that was sealed, and every hash in it.
 * @throws ProblemError `bundleBroken`, `evidenceGone`
 */
async function openEvidence(
  outbox: Outbox,
  evidence: NonNullable<NoticeRow['evidence']>,
): Promise<OpenedBundle> {
  const body = await outbox.evidence(evidence.sha256)
  if (!body || evidence.key === null) throw new ProblemError({ code: 'evidenceGone' })
  const bytes = await unbox(evidence.key, body.boxed).catch(() => {
    throw new ProblemError({ code: 'evidenceGone' })
  })
  if ((await sha256(bytes)) !== evidence.sha256)
    throw new ProblemError({ code: 'bundleBroken', params: { what: evidence.sha256 } })
  return openBundle(bytes)
}

type EvidenceProps = { captureClass: CaptureClass; capturedAt: string | null }

/** The evidence of one notice of this browser's own. */
export function EvidenceView({
  outbox,
  evidence,
  ...props
}: EvidenceProps & { outbox: Outbox; evidence: NoticeRow['evidence'] }) {
  const open = () => openEvidence(outbox, evidence as NonNullable<NoticeRow['evidence']>)
  return <EvidenceBody {...props} evidence={evidence} gone={evidence?.key === null} read={open} />
}

type BodyProps = EvidenceProps & {
  evidence: { sha256: string; bytes: number } | null
  /** Its key was dropped: nobody opens it any more. */
  gone?: boolean
  /** Opens it, checked against its digest; throws a ProblemError. */
  read: () => Promise<OpenedBundle>
}

/** The evidence of one notice: its digest at once, its content when it is asked for. */
export function EvidenceBody({ evidence, captureClass, capturedAt, gone = false, read }: BodyProps) {
  const { t, locale } = useText()
  const [opened, setOpened] = useState<OpenedBundle | 'opening' | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  if (!evidence) return <p class="quiet">{t('evidence.none')}</p>
  const open = async () => {
    setOpened('opening')
    setProblem(null)
    try {
      setOpened(await read())
    } catch (error) {
      setProblem(problemIn(error))
      setOpened(null)
    }
  }
  return (
    <div class="evidence">
      <dl class="facts">
        <dt>{t('evidence.class')}</dt>
        <dd>{t(`evidence.class.${captureClass}`)}</dd>
        {capturedAt !== null && (
          <>
            <dt>{t('evidence.time')}</dt>
            <dd>{exact(Date.parse(capturedAt), locale)}</dd>
          </>
        )}
        <dt>{t('evidence.size')}</dt>
        <dd>{size(evidence.bytes, t)}</dd>
        <dt>{t('evidence.digest')}</dt>
        <dd>
          <code>{evidence.sha256}</code>
        </dd>
      </dl>
      {problem && <ProblemNote problem={problem} />}
      {gone && <p class="quiet">{t('evidence.gone')}</p>}
      {!gone && (opened === null || opened === 'opening') && (
        <Button busy={opened === 'opening'} onClick={open}>
          {t(opened === 'opening' ? 'evidence.opening' : 'evidence.open')}
        </Button>
      )}
      {opened !== null && opened !== 'opening' && <Opened bundle={opened} />}
    </div>
  )
}

function Opened({ bundle }: { bundle: OpenedBundle }) {
  const { t } = useText()
  const shot = useAddress(bundle.screenshot)
  return (
    <>
      <p class="unchanged" role="status">
        <StateSign state="delivered" />
        {t('evidence.unchanged')}
      </p>
      <div class="evidence-parts">
        <div>
          <h3>{t('evidence.snapshot')}</h3>
          <Blurred>
            <SnapshotFrame bundle={bundle} />
          </Blurred>
          {shot && (
            <>
              <h3>{t('evidence.screenshot')}</h3>
              <Blurred>
                <img src={shot} alt={t('evidence.screenshot')} />
              </Blurred>
            </>
          )}
        </div>
        <div>
          <h3>{t('evidence.text')}</h3>
          {bundle.text.trim() === '' ? (
            <p class="quiet">{t('evidence.noText')}</p>
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keyboard, too
            <div class="evidence-text" dir="auto" tabIndex={0}>
              {bundle.text}
            </div>
          )}
          <h3>{t('evidence.record')}</h3>
          <CaptureRecordView record={bundle.record} />
        </div>
      </div>
    </>
  )
}

/** A picture that is blurred until it is asked for, and can be blurred again. */
function Blurred({ children }: { children: ComponentChildren }) {
  const { t } = useText()
  const [blurred, set] = useState(true)
  return (
    <div class="evidence-picture" data-blurred={blurred}>
      <div inert={blurred} style={{ display: 'contents' }}>
        {children}
      </div>
      <Button onClick={() => set(!blurred)}>{t(blurred ? 'evidence.show' : 'evidence.hide')}</Button>
    </div>
  )
}

/** An address for bytes while they are shown. */
function useAddress(content: { bytes: Uint8Array<ArrayBuffer>; type: string } | null): string | null {
  const [address, set] = useState<string | null>(null)
  useEffect(() => {
    if (!content) return
    const made = URL.createObjectURL(new Blob([content.bytes], { type: content.type }))
    set(made)
    return () => URL.revokeObjectURL(made)
  }, [content])
  return address
}
