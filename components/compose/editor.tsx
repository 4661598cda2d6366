import type { GroundHit } from '../../utils/messages'
import type { Item } from '../../utils/notice'
import { ProblemNote } from '../problem'
import { save } from '../save'
import { useText } from '../text'
import { changeGround, useForm } from './context'
import { copyText } from './copy'
import { Declaration } from './declaration'
import type { Draft } from './draft'
import { EvidenceLine } from './evidence'
import { GroundCard } from './ground'
import { ItemCard } from './item'
import { focusField } from './keys'
import { Overall } from './overall'
import { Picker } from './picker'
import { Reasons } from './reasons'
import { useSelected } from './selected'
import { newGround } from './shown'
import { Summary } from './summary'

type EditorProps = {
  draft: Draft
  item: Item | null
  /** Finds grounds; null while the item is still being read. */
  find: ((query: string) => Promise<GroundHit[]>) | null
  hidden: boolean
  /** Opens the page on which is covered what is not needed. */
  cover: () => void
}

/** Everything that is read, chosen and typed, in the order in which one goes through it. */
export function Editor({ draft, item, find, hidden, cover }: EditorProps) {
  const { t } = useText()
  const { form, change } = useForm()
  const { view, hits } = draft
  const selected = useSelected(view?.selection ?? '')
  const kindOf = (groundId: string) => hits[groundId]?.kind ?? 'policy'
  const kinds = [...new Set(form.grounds.map(({ groundId }) => kindOf(groundId)))]

  function pick(hit: GroundHit) {
    const at = form.grounds.findIndex(({ groundId }) => groundId === hit.id)
    if (at < 0) {
      draft.learn(hit)
      change((now) => withGround(now, hit, selected))
    }
    focusSoon(`grounds.${at < 0 ? form.grounds.length : at}.why`)
  }

  function remove(index: number) {
    change((now) => ({ ...now, grounds: now.grounds.filter((_, i) => i !== index) }))
    focusSoon('grounds')
  }

  /** What can't be kept here is not lost with the window. */
  function saveCopy() {
    const text = copyText({ form, hits, permalink: item?.permalink ?? null }, t)
    save(`flagpost-${new Date().toISOString().slice(0, 16).replace(':', '.')}.txt`, 'text/plain', text)
  }

  return (
    <main hidden={hidden}>
      <Summary refused={draft.refused.length > 0} />
      {view && item ? (
        <>
          <ItemCard view={view} item={item} />
          <EvidenceLine evidence={draft.evidence} cover={cover} />
        </>
      ) : (
        <p class="opening">{t('compose.opening')}</p>
      )}
      <section class="grounds" aria-label={t('compose.grounds')}>
        <Picker find={find} pick={pick} />
        {kinds.map((kind) => (
          <div key={kind}>
            <h2>{t(`compose.${kind}`)}</h2>
            {form.grounds.map((ground, i) =>
              kindOf(ground.groundId) === kind ? (
                <GroundCard
                  key={ground.groundId}
                  field={`grounds.${i}`}
                  ground={ground}
                  hit={hits[ground.groundId]}
                  selected={selected}
                  media={item?.media ?? []}
                  pictures={draft.pictures}
                  set={(patch) => change(changeGround(i, patch))}
                  remove={() => remove(i)}
                />
              ) : null,
            )}
          </div>
        ))}
      </section>
      <Reasons />
      <Overall />
      {view && <Declaration declaration={view.declaration} />}
      {draft.unsaved && (
        <ProblemNote problem={draft.unsaved} tone="waits">
          <button type="button" onClick={saveCopy}>
            {t('compose.copy')}
          </button>
        </ProblemNote>
      )}
    </main>
  )
}

/** The focus goes to a field that is about to be drawn. */
function focusSoon(field: string): void {
  setTimeout(() => focusField(field))
}

/** The form with one more ground; where only the address may stay, nothing quoted stays either. */
function withGround(form: Draft['form'], hit: GroundHit, selected: string): Draft['form'] {
  const grounds = [...form.grounds, newGround(hit, selected)]
  if (hit.capture !== 'url') return { ...form, grounds }
  const { permalink } = form.item
  return {
    ...form,
    item: permalink === undefined ? {} : { permalink },
    grounds: grounds.map(({ places: _, ...ground }) => ({ ...ground, passage: '' })),
  }
}
