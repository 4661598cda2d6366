import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { fromBase64 } from '../utils/bytes'
import { receiptKeys } from '../utils/connectors/connections'
import { unbox } from '../utils/evidence/box'
import type { Medium, Screenshot } from '../utils/evidence/bundle'
import { type OpenedBundle, openBundle } from '../utils/evidence/open'
import type { CaptureClass } from '../utils/grounds/ground'
import { exact, size } from '../utils/i18n/formats'
import { sha256 } from '../utils/ledger/entry'
import type { NoticeRow } from '../utils/outbox/row'
import type { Outbox } from '../utils/outbox/store'
import { type Problem, ProblemError } from '../utils/problem'
import { problemIn } from './ask'
import { CaptureRecordView } from './capture-record'
import { Button } from './controls/button'
import { EvidenceCheck, type EvidenceFile } from './evidence-check'
import { ProblemNote } from './problem'
import { saveBlob } from './save'
import { SnapshotFrame } from './snapshot-frame'
import { StateSign } from './state-mark'
import { useText } from './text'
import './evidence-view.css'

/**
 * Takes the sealed bundle out of its box and checks that it is the one that was sealed.
 * @throws ProblemError `bundleBroken`, `evidenceGone`
 */
async function readEvidence(
  outbox: Outbox,
  evidence: NonNullable<NoticeRow['evidence']>,
  { receipt, connectionId }: Pick<NoticeRow, 'receipt' | 'connectionId'>,
): Promise<EvidenceFile> {
  const body = await outbox.evidence(evidence.sha256)
  if (!body || evidence.key === null) throw new ProblemError({ code: 'evidenceGone' })
  const bytes = await unbox(evidence.key, body.boxed).catch(() => {
    throw new ProblemError({ code: 'evidenceGone' })
  })
  if ((await sha256(bytes)) !== evidence.sha256)
    throw new ProblemError({ code: 'bundleBroken', params: { what: evidence.sha256 } })
  const keys = await receiptKeys(connectionId)
  return {
    bytes,
    sha256: evidence.sha256,
    proof: {
      receipt: receipt && { receipt: receipt.jws, keys },
      timestamp: body.timestamp === undefined ? null : fromBase64(body.timestamp),
    },
    // Of a connection that was removed nothing is pinned any more.
    keys: keys.length > 0 ? keys : null,
  }
}

type EvidenceProps = { captureClass: CaptureClass; capturedAt: string | null }

/** The evidence of one notice of this browser's own. */
export function EvidenceView({ outbox, row, ...props }: EvidenceProps & { outbox: Outbox; row: NoticeRow }) {
  const { evidence } = row
  const read = () => readEvidence(outbox, evidence as NonNullable<NoticeRow['evidence']>, row)
  return <EvidenceBody {...props} evidence={evidence} gone={evidence?.key === null} read={read} />
}

type BodyProps = EvidenceProps & {
  evidence: { sha256: string; bytes: number } | null
  /** Its key was dropped: nobody opens it any more. */
  gone?: boolean
  /** Its bytes, held against its digest; throws a ProblemError. */
  read: () => Promise<EvidenceFile>
}

/** The evidence of one notice: its digest at once, its content when it is asked for. */
export function EvidenceBody({ evidence, captureClass, capturedAt, gone = false, read }: BodyProps) {
  const { t, locale } = useText()
  const [opened, setOpened] = useState<{ bundle: OpenedBundle; file: EvidenceFile } | 'opening' | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  if (!evidence) return <p class="quiet">{t('evidence.none')}</p>
  const open = async () => {
    setOpened('opening')
    setProblem(null)
    try {
      const file = await read()
      setOpened({ bundle: await openBundle(file.bytes), file })
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
      {opened !== null && opened !== 'opening' && <Opened {...opened} />}
    </div>
  )
}

function Opened({ bundle, file }: { bundle: OpenedBundle; file: EvidenceFile }) {
  const { t } = useText()
  const { page } = bundle.context
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
          <PagePicture title={t('evidence.screenshot')} picture={bundle.screenshot} />
          <PagePicture title={t('evidence.window')} picture={bundle.context.window} />
          {page && (
            <>
              <h3>{t('evidence.pageFile')}</h3>
              <p>
                <Button onClick={() => saveBlob('page.mhtml', new Blob([page.bytes], { type: page.type }))}>
                  {t('evidence.savePage')}
                </Button>
              </p>
            </>
          )}
          {bundle.media.length > 0 && (
            <>
              <h3>{t('evidence.media')}</h3>
              {bundle.media.map((one) => (
                <MediumView key={one.url} medium={one} />
              ))}
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
      <EvidenceCheck file={file} />
    </>
  )
}

/** A picture that was taken of the page, if there is one. */
function PagePicture({ title, picture }: { title: string; picture: Screenshot | null }) {
  const address = useAddress(picture)
  if (!address) return null
  return (
    <>
      <h3>{title}</h3>
      <Blurred>
        <img src={address} alt={title} />
      </Blurred>
    </>
  )
}

/** One medium as it was kept: a picture that the browser draws; of anything else its kind and hash alone. */
function MediumView({ medium }: { medium: Medium }) {
  const { t } = useText()
  const address = useAddress(medium)
  const words = t('evidence.kept', { type: medium.type, size: size(medium.bytes.length, t) })
  return (
    <figure class="evidence-medium">
      {medium.type.startsWith('image/') && address && (
        <Blurred>
          <img src={address} alt={words} />
        </Blurred>
      )}
      <figcaption class="quiet small">
        {words} · <code>{medium.sha256}</code>
      </figcaption>
    </figure>
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
