/** @jsxImportSource hono/jsx */
import { type Changed, type Edit, editsAround, type Piece, seenIn } from '../../utils/evidence/edited'
import type { Notice } from '../../utils/notice'
import { minute, reveal, Words } from './layout'
import type { OtherCapture } from './notices'
import { useText } from './words'

/** Says that the item was edited, where another notice on it has captured something else, and shows what. */
export function EditedCard({ notice, others }: { notice: Notice; others: readonly OtherCapture[] }) {
  const { t } = useText()
  const { since, before } = editsAround(seenIn(notice), others)
  if (!since && !before) return null
  return (
    <section class="card edited" aria-label={t('edited.title')}>
      {[since, before].map(
        (other) =>
          other && (
            <div>
              <p>
                <b>
                  {t(other === since ? 'edited.since' : 'edited.before', { when: minute(other.seen.at) })}
                </b>{' '}
                <a href={`/desk/notices/${other.id}`}>
                  {t('edited.open')} {other.receiptId}
                </a>
              </p>
              <EditView edit={other.edit} />
            </div>
          ),
      )}
    </section>
  )
}

function EditView({ edit: { text, came, went } }: { edit: Edit }) {
  const { t } = useText()
  const media = (key: 'edited.came' | 'edited.went') => (one: Changed) => (
    <li>
      <Words text={t(key, { what: t(`place.${one.kind}`, { number: one.number }), about: one.about })} />
    </li>
  )
  return (
    <details>
      <summary>{t('edited.what')}</summary>
      {text.length > 0 && (
        <blockquote class="post" dir="auto">
          {text.map((piece) => (
            <PieceView piece={piece} />
          ))}
        </blockquote>
      )}
      {came.length + went.length > 0 && (
        <ul>
          {went.map(media('edited.went'))}
          {came.map(media('edited.came'))}
        </ul>
      )}
      <p class="quiet">{t('edited.hint')}</p>
    </details>
  )
}

function PieceView({ piece: { kind, text } }: { piece: Piece }) {
  const { t } = useText()
  if (kind === 'same') return <>{reveal(text)}</>
  const words = (
    <>
      <span class="unseen">{t(`edited.${kind}`)} </span>
      {reveal(text)}
    </>
  )
  return kind === 'gone' ? <del>{words}</del> : <ins>{words}</ins>
}
