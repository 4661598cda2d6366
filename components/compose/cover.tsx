import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { hex } from '../../utils/bytes'
import { namesIn } from '../../utils/evidence/names'
import { COVER_REASONS, type Redaction, type Region } from '../../utils/evidence/redaction'
import { readSnapshot } from '../../utils/evidence/show'
import { type Token, tokensOf } from '../../utils/evidence/tokens'
import type { EvidenceStatus, Layers } from '../../utils/messages'
import type { Item } from '../../utils/notice'
import type { Problem } from '../../utils/problem'
import { ask, problemIn } from '../ask'
import { ProblemNote } from '../problem'
import { save } from '../save'
import { SnapshotView } from '../snapshot-frame'
import { useText } from '../text'
import { Around, type AroundWish, writtenPage } from './around'
import { Boxes } from './boxes'
import { useForm } from './context'
import { hitBy, type Shown, shownSnapshot, textsIn, withEveryPlace } from './hits'
import './cover.css'

type CoverProps = {
  draftId: string
  evidence: EvidenceStatus
  back: () => void
  /** What leaves was sealed anew. */
  changed: (evidence: EvidenceStatus, item?: Item) => void
}

const BY_HAND: readonly Region['why'][] = ['face', 'person', 'other']
const same = (a: Region, b: Region) => a.cuts[0]?.at === b.cuts[0]?.at && a.why === b.why

/** What is covered before the notice goes: suggested by the site's declaration, or drawn by hand; and what leaves then. */
export default function CoverPage({ draftId, evidence, back, changed }: CoverProps) {
  const { t } = useText()
  const { captureClass } = useForm()
  const [layers, setLayers] = useState<Layers | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(true)
  const [shown, setShown] = useState<{ snapshot: Shown; zoom: number } | null>(null)
  const [why, setWhy] = useState<Region['why']>('face')
  const title = useRef<HTMLHeadingElement>(null)
  const wanted = useRef<Redaction | null>(null)

  useEffect(() => {
    title.current?.focus()
    void load()
  }, [])

  async function load() {
    try {
      setLayers(await ask('draft.layers', { draftId }))
      setProblem(null)
    } catch (error) {
      setProblem(problemIn(error))
    }
    setBusy(false)
  }

  /** Seals anew with this covered; while one is being sealed, only the newest of the others is remembered. */
  async function apply(regions: Region[], salt = layers?.redaction.salt ?? null) {
    if (!layers) return
    // Before the snapshot is drawn nobody knows where else a name stands: then the picture of the page goes whole.
    const full = shown ? regions.map((region) => withEveryPlace(shown.snapshot, region)) : regions
    const redaction = { regions: full, salt }
    setLayers({ ...layers, redaction })
    wanted.current = redaction
    if (busy) return
    setBusy(true)
    try {
      while (wanted.current) {
        const next: Redaction = wanted.current
        wanted.current = null
        const { evidence, item } = await ask('draft.cover', { draftId, redaction: next })
        changed(evidence, item)
      }
      await load()
    } catch (error) {
      setProblem(problemIn(error))
      setBusy(false)
    }
  }

  /** The page around the item: put in, or taken out again. */
  async function surround({ window, page }: AroundWish) {
    setBusy(true)
    try {
      const file = page === 'write' ? await writtenPage(layers?.pageFile ?? null) : page
      changed(await ask('draft.context', { draftId, window, page: file }))
      await load()
    } catch (error) {
      setProblem(problemIn(error))
      setBusy(false)
    }
  }

  const regions = layers?.redaction.regions ?? []
  const tokens = useMemo(() => (layers ? tokensOf(readSnapshot(layers.whole.template).body) : []), [layers])
  const suggested = layers?.suggested ?? []
  const drawn = regions.filter((region) => !suggested.some((one) => same(one, region)))
  const set = (by: Region[]) => void apply([...regions.filter((one) => !drawn.includes(one)), ...by])

  return (
    <main class="cover" aria-busy={busy}>
      <div>
        <h2 class="title" ref={title} tabIndex={-1}>
          {t('compose.cover')}
        </h2>
        <p class="hint">{t('compose.cover.hint')}</p>
        <button type="button" onClick={back}>
          {t('compose.previewBack')}
        </button>
      </div>
      {problem && <ProblemNote problem={problem} />}
      {!busy && layers === null && !problem && <p>{t('compose.preview.noEvidence')}</p>}
      {layers && suggested.length > 0 && (
        <fieldset>
          <legend>{t('compose.cover.suggested')}</legend>
          {suggested.map((one, at) => (
            <label class="choice" key={at}>
              <input
                type="checkbox"
                checked={regions.some((region) => same(region, one))}
                onChange={({ currentTarget }) =>
                  void apply(
                    currentTarget.checked
                      ? [...regions, one]
                      : regions.filter((region) => !same(region, one)),
                  )
                }
              />
              <span>
                {t(`compose.cover.why.${one.why}`)} <bdi class="hint">{wordsOf(tokens, one)}</bdi>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {layers && (
        <section>
          <h3>{t('compose.cover.draw')}</h3>
          <p class="hint">{t('compose.cover.drawHint')}</p>
          <label class="line">
            {t('compose.cover.reason')}{' '}
            <select
              value={why}
              onChange={({ currentTarget }) =>
                setWhy(COVER_REASONS.find((one) => one === currentTarget.value) ?? 'other')
              }
            >
              {BY_HAND.map((one) => (
                <option value={one} key={one}>
                  {t(`compose.cover.why.${one}`)}
                </option>
              ))}
            </select>
          </label>
          <Boxes
            zoom={shown?.zoom ?? 1}
            fixed={regions.filter((one) => !drawn.includes(one)).flatMap(({ rects }) => rects)}
            drawn={drawn}
            draw={(box) => shown && set([...drawn, hitBy(shown.snapshot, box, why)])}
            move={(at, box) =>
              shown && set(drawn.map((one, i) => (i === at ? hitBy(shown.snapshot, box, one.why) : one)))
            }
            remove={(at) => set(drawn.filter((_, i) => i !== at))}
          >
            <SnapshotView
              template={layers.whole.template}
              pictureOf={(at) => layers.whole.media[at] ?? null}
              tall
              title={t('compose.cover.snapshot')}
              built={(doc, zoom) => setShown({ snapshot: shownSnapshot(doc, layers.whole.template), zoom })}
            />
          </Boxes>
        </section>
      )}
      {layers && regions.length > 0 && (
        <Proof
          redaction={layers.redaction}
          names={namesIn(regions.flatMap((one) => textsIn(tokens, one)))}
          set={(salt) => void apply(regions, salt)}
        />
      )}
      {layers && evidence.status === 'sealed' && captureClass !== 'text' && (
        <Around evidence={evidence} layers={layers} busy={busy} ask={(wish) => void surround(wish)} />
      )}
      {layers && <Leaves layers={layers} busy={busy} />}
    </main>
  )
}

/** The first words of what would be covered. */
const wordsOf = (tokens: readonly Token[], region: Region) =>
  textsIn(tokens, region).join(' ').replace(/\s+/g, ' ').trim().slice(0, 60)

type ProofProps = { redaction: Redaction; names: string[]; set: (salt: string | null) => void }

/** The reviewer can keep what shows later which names were covered. */
function Proof({ redaction: { salt }, names, set }: ProofProps) {
  const { t } = useText()
  const keep = () => {
    const text = JSON.stringify({ scheme: 'HMAC-SHA-256', salt, names }, null, 2)
    save('covered-names.json', 'application/json', text)
  }
  return (
    <section>
      <label class="choice">
        <input
          type="checkbox"
          checked={salt !== null}
          onChange={({ currentTarget }) => set(currentTarget.checked ? newSalt() : null)}
        />
        <span>{t('compose.cover.prove')}</span>
      </label>
      <p class="hint">{t('compose.cover.proveHint')}</p>
      {salt !== null && (
        <button type="button" class="small" onClick={keep}>
          {t('compose.cover.proofFile')}
        </button>
      )}
    </section>
  )
}

const newSalt = () => hex(crypto.getRandomValues(new Uint8Array(32)))

/** Exactly what leaves: the sealed bundle opened again. */
function Leaves({ layers: { leaves, redaction }, busy }: { layers: Layers; busy: boolean }) {
  const { t } = useText()
  return (
    <section class="leaves">
      <h3>{t('compose.cover.leaves')}</h3>
      <p role="status" class="hint">
        {busy ? t('compose.cover.sealing') : t('compose.cover.sealed', { count: redaction.regions.length })}
      </p>
      <SnapshotView
        key={leaves.template}
        template={leaves.template}
        pictureOf={(at) => leaves.media[at] ?? null}
        title={t('compose.cover.leavesSnapshot')}
      />
      {leaves.screenshot ? (
        <img src={leaves.screenshot} alt={t('compose.cover.screenshot')} />
      ) : (
        <p class="hint">{t('compose.cover.noScreenshot')}</p>
      )}
      {leaves.window && <img src={leaves.window} alt={t('compose.around.picture')} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <pre tabIndex={0} dir="auto" class="text-leaves">
        {leaves.text}
      </pre>
    </section>
  )
}
