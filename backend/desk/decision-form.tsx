/** @jsxImportSource hono/jsx */
import type { z } from 'zod'
import { Decision, type Notice } from '../../utils/notice'
import { type DeskText, useText } from './words'

const OUTCOMES = Decision.shape.outcome.options

/** The decision in the order of DSA Article 17(3), with the notice's grounds beside it, to be answered one by one. */
export function DecisionForm({ notice, problems }: { notice: Notice; problems: string[] }) {
  const { t } = useText()
  return (
    <form class="card decision" method="post" action={`/desk/notices/${notice.id}/decision`}>
      <h2>{t('decision')}</h2>
      {problems.length > 0 && (
        <div class="bad" role="alert">
          <p>{t('mend')}</p>
          <ul>
            {problems.map((problem) => (
              <li>{problem}</li>
            ))}
          </ul>
        </div>
      )}
      <label>
        {t('form.outcome')}
        <select name="outcome" required>
          <option value="">{t('form.choose')}</option>
          {OUTCOMES.map((outcome) => (
            <option value={outcome}>{t(`outcome.${outcome}`)}</option>
          ))}
        </select>
      </label>
      <div class="pair">
        <label>
          {t('form.territory')}
          <input name="territory" value="global" required aria-describedby="territory-help" />
        </label>
        <label>
          {t('form.until')} <span class="quiet">{t('form.noEnd')}</span>
          <input type="date" name="until" />
        </label>
      </div>
      <p id="territory-help" class="quiet">
        {t('form.territoryHint')}
      </p>
      <label>
        {t('form.facts')}
        <textarea name="facts" rows={4} required maxlength={5000} />
      </label>
      <fieldset>
        <legend>{t('form.automated')}</legend>
        <label class="inline">
          <input type="checkbox" name="automatedDetection" /> {t('form.detection')}
        </label>
        <label>
          {t('form.automatedDecision')}
          <select name="automatedDecision">
            <option value="not">{t('form.not')}</option>
            <option value="partially">{t('form.partially')}</option>
            <option value="fully">{t('form.fully')}</option>
          </select>
        </label>
      </fieldset>
      {notice.grounds.map(({ ground }, i) => (
        <fieldset>
          <legend>
            {ground.kind === 'law' ? '(d) ' : '(e) '}
            {ground.title}
          </legend>
          <label class="inline">
            <input type="radio" name={`upheld-${i}`} value="yes" required /> {t('form.upheld')}
          </label>
          <label class="inline">
            <input type="radio" name={`upheld-${i}`} value="no" required /> {t('form.notUpheld')}
          </label>
          <label>
            {t('form.why')}
            <textarea name={`why-${i}`} rows={2} required maxlength={5000} />
          </label>
        </fieldset>
      ))}
      <label>
        {t('form.redress')}
        <textarea name="redress" rows={2} required maxlength={2000}>
          {t('form.redressText')}
        </textarea>
      </label>
      <label>
        {t('form.decidedBy')}
        <input name="decidedBy" required maxlength={200} autocomplete="name" />
      </label>
      <button type="submit">{t('form.decide')}</button>
      <p class="quiet">{t('form.undoHint')}</p>
    </form>
  )
}

/** A decision without what the desk adds itself. */
export const DecisionInput = Decision.omit({ id: true, decidedAt: true })
export type DecisionInput = z.infer<typeof DecisionInput>

/** The form's fields as a decision, or what is wrong with them, in words. */
export function parseDecision(notice: Notice, form: FormData, { t }: DeskText): DecisionInput | string[] {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const problems: string[] = []
  const territory = text('territory')
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((code) => (code.toLowerCase() === 'global' ? 'global' : code.toUpperCase()))
  if (territory.length === 0 || territory.some((code) => code !== 'global' && !/^[A-Z]{2}$/.test(code))) {
    problems.push(t('wrong.territory'))
  }
  if (!text('facts')) problems.push(t('wrong.facts'))
  const grounds = notice.grounds.map(({ ground }, i) => {
    if (!['yes', 'no'].includes(text(`upheld-${i}`)))
      problems.push(t('wrong.upheld', { ground: ground.title }))
    if (!text(`why-${i}`)) problems.push(t('wrong.why', { ground: ground.title }))
    return { groundId: ground.id, upheld: text(`upheld-${i}`) === 'yes', explanation: text(`why-${i}`) }
  })
  if (!text('decidedBy')) problems.push(t('wrong.decidedBy'))
  const until = text('until')
  const parsed = DecisionInput.safeParse({
    outcome: text('outcome'),
    territory,
    until: until ? new Date(`${until}T00:00:00Z`).toISOString() : null,
    facts: text('facts'),
    automatedDetection: form.get('automatedDetection') !== null,
    automatedDecision: text('automatedDecision') || 'not',
    grounds,
    redress: text('redress'),
    decidedBy: text('decidedBy'),
  })
  if (!parsed.success && problems.length === 0) {
    problems.push(...parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`))
  }
  return parsed.success && problems.length === 0 ? parsed.data : problems
}
