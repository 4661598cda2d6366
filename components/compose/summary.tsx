import { useText } from '../text'
import { useForm } from './context'
import { useWords } from './field'
import { focusField } from './keys'
import type { Placed } from './problems'

/** After a refusal: how many things have to be mended; each sentence once, leading to the first field it is about. */
export function Summary({ refused }: { refused: boolean }) {
  const { t } = useText()
  const words = useWords()
  const { problems } = useForm()
  const wrong = problems.filter(({ level }) => level === 'wrong')
  const first = new Map(wrong.map((placed) => [words(placed), placed]).reverse() as [string, Placed][])
  return (
    <div role="alert" data-field="" tabIndex={-1} class="summary">
      {refused && wrong.length > 0 && (
        <>
          <p>{t('compose.errors', { count: wrong.length })}</p>
          <ul>
            {[...first].reverse().map(([sentence, { field }]) => (
              <li key={sentence}>
                {field ? (
                  <button type="button" class="link" onClick={() => focusField(field)}>
                    {sentence}
                  </button>
                ) : (
                  sentence
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
