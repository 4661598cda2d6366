/** @jsxImportSource hono/jsx */
import { questionsFor } from '../../utils/grounds/questions'
import { sourceType } from '../../utils/grounds/source-type'
import { placeWords } from '../../utils/media-fragment'
import type { GroundUse, Media } from '../../utils/notice'
import { DecisionForm } from './decision-form'
import { EditedCard } from './edited-card'
import { EvidenceCard, type EvidenceView } from './evidence-card'
import { Layout, When, Words } from './layout'
import type { DeskRow, OtherCapture } from './notices'
import { Corrections, SameItem } from './other-notices'
import { ItemTitle } from './pages'
import { useText } from './words'

/** One notice: the item, its grounds, its evidence, and the decision beside it. */
export function NoticePage({
  row,
  evidence,
  others,
  problems,
}: {
  row: DeskRow
  evidence: EvidenceView
  others: readonly OtherCapture[]
  problems: string[]
}) {
  const { notice } = row
  const { t } = useText()
  return (
    <Layout title={`${t(`kind.${notice.item.kind}`)} ${notice.item.permalink}`} signedIn>
      <div class="columns">
        <div class="notice">
          <Corrections row={row} />
          <SameItem row={row} others={others} />
          <ItemCard row={row} />
          <section class="card" aria-labelledby="grounds">
            <h2 id="grounds">{t('grounds')}</h2>
            <p class="quiet">{t(sourceType(notice.grounds.map(({ ground }) => ground)))}</p>
            {(['manyOnAuthor', 'decidedBefore'] as const).map((code) => {
              const reason = notice.reasons?.[code]
              return (
                reason && (
                  <p>
                    <span class="quiet">{t(code)}</span> <Words text={reason} />
                  </p>
                )
              )
            })}
            {notice.grounds.map((use) => (
              <GroundCard use={use} media={notice.item.media} />
            ))}
          </section>
          <EditedCard notice={notice} others={others} />
          <EvidenceCard evidence={evidence} sha256={notice.evidence?.sha256 ?? null} />
          <section class="card" aria-labelledby="declaration">
            <h2 id="declaration">{t('declaration')}</h2>
            <blockquote>
              <Words text={notice.declaration.text} />
            </blockquote>
            <dl>
              <dt>{t('stated')}</dt>
              <dd>
                <When at={notice.declaration.madeAt} />,{' '}
                {t('version', { version: notice.declaration.version })}
              </dd>
              <dt>{t('notifier')}</dt>
              <dd>
                <Words text={row.organisation} />, {row.reviewerCode}
                {!notice.discloseNotifier && ` (${t('notNamed')})`}
              </dd>
              {row.approved && <dt>{t('secondReviewer')}</dt>}
              {row.approved && (
                <dd>
                  {row.approved.code}, <When at={row.approved.at} />
                </dd>
              )}
              <dt>{t('receipt')}</dt>
              <dd>
                {row.receiptId}, <When at={row.receivedAt} />
              </dd>
              <dt>{t('body')}</dt>
              <dd class="mono">{row.bodySha256}</dd>
              {notice.reference && <dt>{t('reference')}</dt>}
              {notice.reference && (
                <dd>
                  <Words text={notice.reference} />
                </dd>
              )}
            </dl>
          </section>
        </div>
        <aside aria-label={t('decision')}>
          {row.withdrawn ? (
            <Withdrawn row={row} />
          ) : row.decision ? (
            <Decided row={row} />
          ) : (
            <DecisionForm notice={notice} problems={problems} />
          )}
        </aside>
      </div>
    </Layout>
  )
}

function ItemCard({ row }: { row: DeskRow }) {
  const { item } = row.notice
  const { t } = useText()
  return (
    <section class="card" aria-labelledby="item">
      <h1 id="item">
        <ItemTitle item={item} />
      </h1>
      <p class="mono">
        <Words text={item.permalink} />
      </p>
      <p>
        {item.author.name && (
          <b>
            <Words text={item.author.name} />
          </b>
        )}{' '}
        {item.author.handle && (
          <span class="quiet">
            <Words text={item.author.handle} />
          </span>
        )}{' '}
        {item.time ? <When at={item.time} /> : item.timeText && <Words text={item.timeText} />}
      </p>
      {item.text && (
        <blockquote class="post" lang={item.language ?? undefined}>
          <Words text={item.text} />
        </blockquote>
      )}
      <p class="quiet">
        {[
          item.truncated && t('truncated'),
          item.sponsored && t('sponsored'),
          item.edited && t('edited'),
          item.audience === 'limited' && t('limited'),
          item.missing.length > 0 && t('missing', { fields: item.missing.join(', ') }),
          item.mended.length > 0 && t('mended', { fields: item.mended.join(', ') }),
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
    </section>
  )
}

/** Answers that are chosen, not written. */
const CHOICES = ['yes', 'no', 'low', 'medium', 'high'] as const

function GroundCard({
  use: { ground, explanation, territory, measure, elements, answers },
  media,
}: {
  use: GroundUse
  media: readonly Media[]
}) {
  const { t, locale } = useText()
  const asks = {
    instrument: ground.instrument,
    provision: ground.provision,
    measure: t(`measure.${measure}`),
    territory: territory.join(', '),
  }
  return (
    <article class="ground">
      <h3>
        <span class={`kind ${ground.kind}`}>
          {ground.kind === 'law' ? t('law', { jurisdiction: ground.jurisdiction ?? '' }) : t('policy')}
        </span>{' '}
        {ground.title}
      </h3>
      <p class="quiet">
        <Words text={t('asks', asks)} />
      </p>
      {explanation.passage && (
        <blockquote>
          <Words text={explanation.passage} />
        </blockquote>
      )}
      {explanation.places && (
        <ul>
          {explanation.places.map((place) => (
            <li>{placeWords(t, media, place)}</li>
          ))}
        </ul>
      )}
      <p class="words">
        <Words text={explanation.why} />
      </p>
      {explanation.basis && (
        <p>
          <span class="quiet">{t('basis')}</span> <Words text={explanation.basis} />
        </p>
      )}
      {ground.elements.length > 0 && (
        <ul class="checks">
          {ground.elements.map((titles, i) => (
            <li class={elements[i] ? 'yes' : 'no'}>
              {elements[i] ? '✓' : '–'} {titles[locale] ?? titles.en ?? Object.values(titles)[0]}
            </li>
          ))}
        </ul>
      )}
      {questionsFor(ground).flatMap(({ id, kind, text }) => {
        const answer = answers[id]
        if (!answer) return []
        const chosen = kind === 'text' ? undefined : CHOICES.find((one) => one === answer)
        return (
          <p>
            <span class="quiet">{text[locale] ?? text.en}</span>{' '}
            {chosen ? t(`answer.${chosen}`) : <Words text={answer} />}
          </p>
        )
      })}
    </article>
  )
}

function Withdrawn({ row }: { row: DeskRow }) {
  const { t } = useText()
  return (
    <section class="card">
      <h2>{t('withdrawn')}</h2>
      <p>
        {t('tookBack')} {row.withdrawn && <When at={row.withdrawn.at} />}
      </p>
      <blockquote>
        <Words text={row.withdrawn?.reason ?? ''} />
      </blockquote>
    </section>
  )
}

/** To the second: the time left is short. */
const clock = (at: Date) => `${at.toISOString().slice(11, 19)} UTC`

function Decided({ row }: { row: DeskRow }) {
  const { decision, undoUntil } = row
  const { t } = useText()
  if (!decision) return null
  const open = undoUntil !== null && undoUntil.getTime() > Date.now()
  return (
    <section class="card" role="status">
      <h2>{t('decided', { outcome: t(`outcome.${decision.outcome}`) })}</h2>
      <p>
        <When at={decision.decidedAt} /> <Words text={t('by', { name: decision.decidedBy })} />
      </p>
      <p class="words">
        <Words text={decision.facts} />
      </p>
      {open && (
        <form method="post" action={`/desk/notices/${row.id}/undo`}>
          <p>{t('untold', { time: clock(undoUntil) })}</p>
          <button type="submit" class="second">
            {t('undo')}
          </button>
        </form>
      )}
      {!open && <p class="quiet">{t('told')}</p>}
      <p>
        <a href="/desk">{t('back')}</a>
      </p>
    </section>
  )
}
