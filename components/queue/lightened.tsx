import { size } from '../../utils/i18n/formats'
import type { NoticeRow } from '../../utils/outbox/row'
import { Message } from '../controls/message'
import { useText } from '../text'

/** Says that what was sent is less than what was captured, and why. */
export function Lightened({ row: { lightened, evidence } }: { row: NoticeRow }) {
  const { t } = useText()
  if (!lightened || !evidence) return null
  const sizes = { from: size(lightened.from.bytes, t), to: size(evidence.bytes, t) }
  return <Message>{t('notice.lightened', sizes)}</Message>
}
