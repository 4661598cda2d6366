import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { exact, size } from '../../utils/i18n/formats'
import { placeWords } from '../../utils/media-fragment'
import type { Connection, EvidenceStatus, Form, GroundHit, Preview } from '../../utils/messages'
import type { Media } from '../../utils/notice'
import type { Problem } from '../../utils/problem'
import { ask, problemIn } from '../ask'
import { ProblemNote } from '../problem'
import { useText } from '../text'

type Choice = 'yes' | 'no' | 'low' | 'medium' | 'high'

type PreviewProps = {
  draftId: string
  form: Form
  hits: Record<string, GroundHit>
  evidence: EvidenceStatus
  to: Connection
  back: () => void
}

/** Everything that would leave the browser now, and nothing else: in words, and to the letter. */
export function PreviewPage({ draftId, form, hits, evidence, to, back }: PreviewProps) {
  const { t } = useText()
  const [preview, setPreview] = useState<Preview | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const title = useRef<HTMLHeadingElement>(null)

  useEffect(() => title.current?.focus(), [])
  useEffect(() => {
    let stale = false
    ask('draft.preview', { draftId, form }).then(
      (answer) => !stale && setPreview(answer),
      (error) => !stale && setProblem(problemIn(error)),
    )
    return () => {
      stale = true
    }
  }, [draftId, form, evidence.status])

  return (
    <main class="preview">
      <div>
        <h2 class="title" ref={title} tabIndex={-1}>
          {t('compose.preview')}
        </h2>
        <p class="hint">{t('compose.previewHint')}</p>
        <p class="hint">{t('compose.to', { name: to.name, account: to.account.organisation.name })}</p>
        <button type="button" onClick={back}>
          {t('compose.previewBack')}
        </button>
      </div>
      {problem && <ProblemNote problem={problem} />}
      {preview && (
        <>
          <ItemPart item={preview.item} />
          {preview.grounds.map((use) => (
            <GroundPart use={use} hit={hits[use.ground.id]} media={preview.item.media} key={use.ground.id} />
          ))}
          <Part title={t('compose.declaration')}>
            <p lang={preview.declaration.language}>{preview.declaration.text}</p>
            <p class="hint">{t('compose.version', { version: preview.declaration.version })}</p>
          </Part>
          <EvidencePart preview={preview} evidence={evidence} />
          <Part title={t('compose.preview.rest')}>
            <Facts
              facts={[
                [t('compose.preview.reviewer'), preview.reviewer.code],
                [
                  t('compose.preview.disclosed'),
                  t(
                    preview.discloseNotifier ? 'compose.preview.disclosedYes' : 'compose.preview.disclosedNo',
                  ),
                ],
                [t('compose.reference'), preview.reference],
                [t('compose.preview.tool'), `${preview.tool.version} · ${preview.tool.browser}`],
              ]}
            />
          </Part>
          <details class="raw">
            <summary>{t('compose.preview.raw')}</summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
            <pre tabIndex={0}>{JSON.stringify(preview, null, 1)}</pre>
          </details>
        </>
      )}
    </main>
  )
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

/** Names and values; what is empty does not leave, so it does not stand here. */
function Facts({ facts }: { facts: [name: string, value: string | null | undefined][] }) {
  return (
    <dl>
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

function ItemPart({ item }: { item: Preview['item'] }) {
  const { t, locale } = useText()
  const { author } = item
  return (
    <Part title={t('compose.item')}>
      <Facts
        facts={[
          [t('compose.field.permalink'), item.permalink],
          [t('compose.field.authorName'), author.name],
          [t('compose.field.authorHandle'), author.handle],
          [t('compose.field.authorAddress'), author.address],
          [t('compose.field.time'), item.time ? exact(Date.parse(item.time), locale) : item.timeText],
          [t('compose.field.text'), item.text],
          ...item.media.map(({ kind, url, alt }): [string, string] => [
            t(`compose.medium.${kind}`),
            [url, alt].filter(Boolean).join(' · '),
          ]),
          [t('compose.field.quotes'), item.quotes],
          [
            t('compose.preview.mended'),
            item.mended.map((name) => t(`compose.field.${name as keyof Form['item']}`)).join(', '),
          ],
        ]}
      />
    </Part>
  )
}

type GroundPartProps = {
  use: Preview['grounds'][number]
  hit: GroundHit | undefined
  media: readonly Media[]
}

function GroundPart({ use, hit, media }: GroundPartProps) {
  const { t } = useText()
  const { ground, explanation } = use
  const found = hit?.elements.filter((_, i) => use.elements[i])
  const questions = hit?.questions.filter(({ id }) => use.answers[id])
  return (
    <Part title={`${t(`compose.${ground.kind}`)} · ${ground.title}`}>
      <Facts
        facts={[
          [t('compose.preview.provision'), `${ground.instrument}, ${ground.provision}`],
          [t('compose.passage'), explanation.passage],
          [t('place.title'), explanation.places?.map((one) => placeWords(t, media, one)).join('\n')],
          [t('compose.why'), explanation.why],
          [t('compose.basis'), explanation.basis],
          [t('compose.elements'), found?.join('\n')],
          ...(questions ?? []).map(({ id, kind, text }): [string, string] => {
            const answer = use.answers[id] ?? ''
            return [text, kind === 'text' ? answer : t(`compose.${answer as Choice}`)]
          }),
          [t('compose.territory'), use.territory.join(', ')],
          [t('compose.measure'), t(`measure.${use.measure}`)],
        ]}
      />
    </Part>
  )
}

function EvidencePart({ preview, evidence }: { preview: Preview; evidence: EvidenceStatus }) {
  const { t, locale } = useText()
  if (!preview.evidence) {
    return (
      <Part title={t('compose.preview.evidence')}>
        <p>{t('compose.preview.noEvidence')}</p>
      </Part>
    )
  }
  const { bytes, capturedAt, captureClass, sha256 } = preview.evidence
  const kept = evidence.status === 'sealed' ? evidence : null
  const { media, screenshot } = kept ?? { media: 0, screenshot: false }
  const inside = [
    t('compose.preview.snapshot'),
    captureClass === 'full' && media > 0 && t('compose.media', { count: media }),
    captureClass === 'full' && screenshot && t('compose.evidence.screenshot'),
    kept?.context.window === 'kept' && t('evidence.window'),
    kept?.context.page === 'kept' && t('evidence.pageFile'),
  ].filter(Boolean)
  return (
    <Part title={t('compose.preview.evidence')}>
      <Facts
        facts={[
          [t('compose.preview.inside'), inside.join(' · ')],
          [t('compose.preview.captured'), exact(Date.parse(capturedAt), locale)],
          [t('compose.preview.size'), size(bytes, t)],
          ['SHA-256', sha256],
        ]}
      />
    </Part>
  )
}
