import { problemText } from '../../utils/i18n/problem-text'
import type { Problem } from '../../utils/problem'
import { useText } from '../text'
import { useForm } from './context'
import { focusField } from './keys'

/** After a refusal: how many things have to be mended, and each of them, leading to its field. */
export function Summary({ refused }: { refused: readonly Problem[] }) {
  const { t } = useText()
  const { problems } = useForm()
  const wrong = problems.filter(({ level }) => level === 'wrong')
  return (
    <div role="alert" data-field="" tabIndex={-1} class="summary">
      {refused.length > 0 && (
        <>
          <p>{t('compose.errors', { count: wrong.length })}</p>
          <ul>
            {wrong.map(({ problem, field }) => (
              <li key={`${field}${problem.code}`}>
                {field ? (
                  <button type="button" class="link" onClick={() => focusField(field)}>
                    {problemText(t, problem)}
                  </button>
                ) : (
                  problemText(t, problem)
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
