/** @jsxImportSource hono/jsx */
import type { z } from 'zod'
import { Decision, type Notice } from '../../utils/notice'
import { outcomeWord } from './pages'

const OUTCOMES = Decision.shape.outcome.options

/** The decision in the order of DSA Article 17(3), with the notice's grounds beside it, to be answered one by one. */
export function DecisionForm({ notice, problems }: { notice: Notice; problems: string[] }) {
  return (
    <form class="card decision" method="post" action={`/desk/notices/${notice.id}/decision`}>
      <h2>Decision</h2>
      {problems.length > 0 && (
        <div class="bad" role="alert">
          <p>Nothing was decided yet. Please mend:</p>
          <ul>
            {problems.map((problem) => (
              <li>{problem}</li>
            ))}
          </ul>
        </div>
      )}
      <label>
        (a) What is decided
        <select name="outcome" required>
          <option value="">Choose…</option>
          {OUTCOMES.map((outcome) => (
            <option value={outcome}>{outcomeWord(outcome)}</option>
          ))}
        </select>
      </label>
      <div class="pair">
        <label>
          Territory
          <input name="territory" value="global" required aria-describedby="territory-help" />
        </label>
        <label>
          Until <span class="quiet">(empty: no end)</span>
          <input type="date" name="until" />
        </label>
      </div>
      <p id="territory-help" class="quiet">
        “global”, or country codes with commas: KZ, DE.
      </p>
      <label>
        (b) Facts and circumstances relied on
        <textarea name="facts" rows={4} required maxlength={5000} />
      </label>
      <fieldset>
        <legend>(c) Automated means</legend>
        <label class="inline">
          <input type="checkbox" name="automatedDetection" /> used for the detection
        </label>
        <label>
          used for the decision
          <select name="automatedDecision">
            <option value="not">not</option>
            <option value="partially">partially</option>
            <option value="fully">fully</option>
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
            <input type="radio" name={`upheld-${i}`} value="yes" required /> upheld
          </label>
          <label class="inline">
            <input type="radio" name={`upheld-${i}`} value="no" required /> not upheld
          </label>
          <label>
            Why
            <textarea name={`why-${i}`} rows={2} required maxlength={5000} />
          </label>
        </fieldset>
      ))}
      <label>
        (f) Redress
        <textarea name="redress" rows={2} required maxlength={2000}>
          Complaint to the platform within six months (Article 20), out-of-court settlement (Article 21), or a
          court.
        </textarea>
      </label>
      <label>
        Decided by
        <input name="decidedBy" required maxlength={200} autocomplete="name" />
      </label>
      <button type="submit">Decide</button>
      <p class="quiet">You can undo it for 10 seconds. Then the reviewer is told.</p>
    </form>
  )
}

/** A decision without what the desk adds itself. */
export const DecisionInput = Decision.omit({ id: true, decidedAt: true })
export type DecisionInput = z.infer<typeof DecisionInput>

/** The form's fields as a decision, or what is wrong with them, in words. */
export function parseDecision(notice: Notice, form: FormData): DecisionInput | string[] {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const problems: string[] = []
  const territory = text('territory')
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((code) => (code.toLowerCase() === 'global' ? 'global' : code.toUpperCase()))
  if (territory.length === 0 || territory.some((code) => code !== 'global' && !/^[A-Z]{2}$/.test(code))) {
    problems.push('Territory: “global” or two-letter country codes.')
  }
  if (!text('facts')) problems.push('(b): the facts relied on are missing.')
  const grounds = notice.grounds.map(({ ground }, i) => {
    if (!['yes', 'no'].includes(text(`upheld-${i}`))) problems.push(`${ground.title}: upheld or not?`)
    if (!text(`why-${i}`)) problems.push(`${ground.title}: why?`)
    return { groundId: ground.id, upheld: text(`upheld-${i}`) === 'yes', explanation: text(`why-${i}`) }
  })
  if (!text('decidedBy')) problems.push('Who decides?')
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
