import { ago, exact, size } from '../../utils/i18n/formats'
import type { Reply } from '../../utils/messages'
import type { Notice } from '../../utils/notice'
import { Message } from '../controls/message'
import { DecisionView } from '../queue/decision'
import { GroundsView } from '../queue/grounds'
import { ItemView } from '../queue/item'
import { useText } from '../text'
import { DecisionForm } from './decision-form'

/** What the practice desk received; null: it is no notice. */
export type Received = Reply<'practice.list'>[number] & { notice: Notice | null }

type ReadingProps = { received: Received; changed: () => Promise<void> }

/** One notice at the desk: item, grounds, evidence, declaration; then the decision, to be made or as it was made. */
export function Reading({ received, changed }: ReadingProps) {
  const { t } = useText()
  const { notice, decision, receivedAt } = received
  if (!notice) return <p class="card quiet">{t('practice.unreadable')}</p>
  return (
    <article class="card reading">
      <p class="quiet small">{t('practice.from', { code: notice.reviewer.code, ago: ago(receivedAt, t) })}</p>
      <section>
        <h3>{t('practice.item')}</h3>
        <ItemView item={notice.item} />
      </section>
      <section>
        <h3>{t('practice.grounds')}</h3>
        <GroundsView notice={notice} />
      </section>
      <section>
        <h3>{t('practice.evidence')}</h3>
        <Evidence evidence={notice.evidence} />
      </section>
      <section>
        <h3>{t('practice.declaration')}</h3>
        <Declared declaration={notice.declaration} />
      </section>
      {decision ? (
        <>
          <Message tone="good">{t('practice.back')}</Message>
          <DecisionView decision={decision} grounds={summaries(notice)} />
        </>
      ) : (
        <DecisionForm notice={notice} decided={changed} />
      )}
    </article>
  )
}

/** The grounds as the reviewer's own lists name them. */
const summaries = ({ grounds }: Notice) =>
  grounds.map(({ ground }) => ({
    id: ground.id,
    kind: ground.kind,
    label: ground.kind === 'law' ? `${ground.jurisdiction} ${ground.provision}` : ground.title,
    capture: ground.capture,
  }))

function Evidence({ evidence }: Pick<Notice, 'evidence'>) {
  const { t, locale } = useText()
  if (!evidence) return <p class="quiet">{t('practice.noEvidence')}</p>
  return (
    <>
      <p>
        {t('practice.evidenceIs', {
          size: size(evidence.bytes, t),
          at: exact(Date.parse(evidence.capturedAt), locale),
        })}
      </p>
      <p class="small quiet">
        {t('practice.digest')}
        <br />
        <code class="digest">{evidence.sha256}</code>
      </p>
    </>
  )
}

function Declared({ declaration }: Pick<Notice, 'declaration'>) {
  const { t, locale } = useText()
  const { version, madeAt, text, language } = declaration
  return (
    <>
      <p lang={language}>{text}</p>
      <p class="small quiet">{t('practice.declared', { version, at: exact(Date.parse(madeAt), locale) })}</p>
    </>
  )
}
