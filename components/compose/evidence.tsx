import { size, time } from '../../utils/i18n/formats'
import { problemText } from '../../utils/i18n/problem-text'
import type { EvidenceStatus } from '../../utils/messages'
import { Icon, type IconName } from '../icon'
import { useText } from '../text'
import { useForm } from './context'
import { FieldProblems } from './field'

/** One line: what is kept of the item, since when, and what may stay of it. Nobody waits for it. */
export function EvidenceLine({ evidence }: { evidence: EvidenceStatus }) {
  const { t, locale } = useText()
  const { captureClass } = useForm()
  const icon: IconName =
    evidence.status === 'sealed' ? 'sealed' : evidence.status === 'capturing' ? 'clock' : 'none'
  return (
    <div class="evidence" data-status={evidence.status} data-field="evidence" tabIndex={-1}>
      <p>
        <Icon name={captureClass === 'url' ? 'none' : icon} />
        <span>{captureClass === 'url' ? t('compose.evidence.class.url') : words()}</span>
      </p>
      {captureClass === 'text' && <p class="hint">{t('compose.evidence.class.text')}</p>}
      <FieldProblems field="evidence" />
    </div>
  )

  function words(): string {
    if (evidence.status === 'capturing') return t('compose.evidence.capturing')
    if (evidence.status === 'none') {
      return `${t('compose.evidence.none')}: ${problemText(t, evidence.problem)}`
    }
    const { capturedAt, bytes, media, mediaMissing, screenshot } = evidence
    const all = media + mediaMissing
    return [
      t('compose.evidence.sealed', {
        time: time(Date.parse(capturedAt), locale),
        size: size(bytes, t),
      }),
      all > 0 && t('compose.evidence.media', { had: media, all }),
      t(screenshot ? 'compose.evidence.screenshot' : 'compose.evidence.noScreenshot'),
    ]
      .filter(Boolean)
      .join(' · ')
  }
}
