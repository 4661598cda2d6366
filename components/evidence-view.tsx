import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { unbox } from '../utils/evidence/box'
import { type OpenedBundle, openBundle } from '../utils/evidence/bundle'
import { buildSnapshot, readSnapshot } from '../utils/evidence/show'
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

type EvidenceProps = {
  outbox: Outbox
  evidence: NoticeRow['evidence']
  captureClass: CaptureClass
  capturedAt: string | null
}

/** The evidence of one notice: its digest at once, its content when it is asked for. */
export function EvidenceView({ outbox, evidence, captureClass, capturedAt }: EvidenceProps) {
  const { t, locale } = useText()
  const [opened, setOpened] = useState<OpenedBundle | 'opening' | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  if (!evidence) return <p class="quiet">{t('evidence.none')}</p>
  const open = async () => {
    setOpened('opening')
    setProblem(null)
    try {
      setOpened(await openEvidence(outbox, evidence))
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
      {evidence.key === null && <p class="quiet">{t('evidence.gone')}</p>}
      {evidence.key !== null && (opened === null || opened === 'opening') && (
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

/**
 * The snapshot in a frame from which nothing runs or loads. `srcdoc` and every HTML parser are sinks of Trusted
 * Types, which our pages have none of; a `blob:` or `srcdoc` frame would also take over their policy, which lets no
 * inline style through, and Firefox knows no sandboxed pages of an extension. So the frame shows an empty page of
 * ours with the strictest policy, sandboxed without scripts, and the snapshot is built in it node by node.
 */
function SnapshotFrame({ bundle }: { bundle: OpenedBundle }) {
  const { t } = useText()
  const frame = useRef<HTMLIFrameElement>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [height, setHeight] = useState(160)
  const addresses = useRef<string[]>([])
  useEffect(
    () => () => {
      for (const address of addresses.current) URL.revokeObjectURL(address)
    },
    [],
  )
  const build = () => {
    const doc = frame.current?.contentDocument
    if (!doc) return
    try {
      const kept = new Map(bundle.media.map((one) => [one.url, one]))
      const pictureOf = (at: number) => {
        const medium = kept.get(bundle.record.media[at]?.url ?? '')
        if (!medium) return null
        const address = URL.createObjectURL(new Blob([medium.bytes], { type: medium.type }))
        addresses.current.push(address)
        return address
      }
      buildSnapshot(doc, readSnapshot(bundle.template), pictureOf)
      const measure = () => setHeight(Math.min(720, Math.max(80, doc.documentElement.scrollHeight)))
      measure()
      for (const image of doc.images) image.addEventListener('load', measure)
    } catch (error) {
      setProblem(problemIn(error))
    }
  }
  if (problem) return <ProblemNote problem={problem} />
  return (
    <iframe
      ref={frame}
      src="/snapshot.html"
      sandbox="allow-same-origin"
      title={t('evidence.snapshot')}
      height={height}
      onLoad={build}
    />
  )
}
