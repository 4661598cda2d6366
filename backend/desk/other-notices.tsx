/** @jsxImportSource hono/jsx */
import { When, Words } from './layout'
import type { DeskRow, OtherCapture } from './notices'
import { useText } from './words'

/** Is it a correction, or was it corrected? The other notice is one press away, and the reason stands here. */
export function Corrections({ row: { corrects, correctedBy, notice } }: { row: DeskRow }) {
  const { t } = useText()
  if (!corrects && !correctedBy) return null
  return (
    <section class="card" aria-label={t('correction')}>
      {corrects && (
        <p>
          <b>{t('corrects')}</b> <a href={`/desk/notices/${corrects.id}`}>{corrects.receiptId}</a>
        </p>
      )}
      {corrects && notice.reasons?.correction && (
        <blockquote>
          <Words text={notice.reasons.correction} />
        </blockquote>
      )}
      {correctedBy && (
        <p>
          <b>{t('correctedBy')}</b> <a href={`/desk/notices/${correctedBy.id}`}>{correctedBy.receiptId}</a>,{' '}
          <When at={correctedBy.at} />
        </p>
      )}
    </section>
  )
}

/** The other notices on the same item, whoever sent them: one decision may answer them all. */
export function SameItem({ row, others }: { row: DeskRow; others: readonly OtherCapture[] }) {
  const { t } = useText()
  // What corrects it, or is corrected by it, is named already.
  const named = [row.corrects?.id, row.correctedBy?.id]
  const rest = others.filter(({ id }) => !named.includes(id))
  if (rest.length === 0) return null
  return (
    <section class="card" aria-labelledby="same-item">
      <h2 id="same-item">{t('sameItem')}</h2>
      <ul class="plain">
        {rest.map(({ id, receiptId, organisation, receivedAt }) => (
          <li>
            <a href={`/desk/notices/${id}`}>{receiptId}</a>, <Words text={organisation} />,{' '}
            <When at={receivedAt} />
          </li>
        ))}
      </ul>
    </section>
  )
}
