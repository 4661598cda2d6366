import { size, time } from '../../utils/i18n/formats'
import { problemText } from '../../utils/i18n/problem-text'
import type { EvidenceStatus } from '../../utils/messages'
import { Icon, type IconName } from '../icon'
import { useText } from '../text'
import { useForm } from './context'
import { FieldProblems } from './field'

/** One line: what is kept of the item, since when, and what may stay of it. Nobody waits for it. */
export function EvidenceLine({ evidence, cover }: { evidence: EvidenceStatus; cover: () => void }) {
  const { t, locale } = useText()
  const { captureClass, readOnly } = useForm()
  const icon: IconName =
    evidence.status === 'sealed' ? 'sealed' : evidence.status === 'capturing' ? 'clock' : 'none'
  return (
    <div class="evidence" data-status={evidence.status} data-field="evidence" tabIndex={-1}>
      <p>
        <Icon name={captureClass === 'url' ? 'none' : icon} />
        <span>{captureClass === 'url' ? t('compose.evidence.class.url') : words()}</span>
      </p>
      {evidence.status === 'sealed' && captureClass !== 'url' && (
        <p class="line">
          <span class="hint">
            {evidence.covered > 0 && t('compose.evidence.covered', { count: evidence.covered })}
          </span>
          <button type="button" class="link" data-field="cover" disabled={readOnly} onClick={cover}>
            {t('compose.cover.open')}
          </button>
        </p>
      )}
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
