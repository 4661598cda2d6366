import type { Changed, Edit, Piece } from '../utils/evidence/edited'
import { useText } from './text'
import './edit-view.css'

/** How an item differs between two captures: its words beside each other, and which media came or went. */
export function EditView({ edit: { text, came, went } }: { edit: Edit }) {
  const { t } = useText()
  const media = (key: 'edited.came' | 'edited.went') => (one: Changed) => (
    <li key={`${key}${one.number}`}>
      {t(key, { what: t(`place.${one.kind}`, { number: one.number }), about: one.about })}
    </li>
  )
  return (
    <details>
      <summary>{t('edited.what')}</summary>
      {text.length > 0 && (
        <p class="edit-text" dir="auto">
          {text.map((piece, at) => (
            <PieceView piece={piece} key={at} />
          ))}
        </p>
      )}
      {came.length + went.length > 0 && (
        <ul class="bare">
          {went.map(media('edited.went'))}
          {came.map(media('edited.came'))}
        </ul>
      )}
      <p class="small quiet">{t('edited.hint')}</p>
    </details>
  )
}

function PieceView({ piece: { kind, text } }: { piece: Piece }) {
  const { t } = useText()
  if (kind === 'same') return <>{text}</>
  const words = (
    <>
      <span class="unseen">{t(`edited.${kind}`)} </span>
      {text}
    </>
  )
  return kind === 'gone' ? <del>{words}</del> : <ins>{words}</ins>
}
