import { useId, useState } from 'preact/hooks'
import { day } from '../../utils/i18n/formats'
import type { FormGround, GroundHit } from '../../utils/messages'
import type { Item, Measure } from '../../utils/notice'
import { Icon } from '../icon'
import { useText } from '../text'
import { useForm } from './context'
import { FieldProblems, TextField, useField } from './field'
import { Places } from './places'
import { Questions } from './questions'

type GroundProps = {
  /** `grounds.INDEX` */
  field: string
  ground: FormGround
  /** Undefined: the catalogue does not have it any more. */
  hit: GroundHit | undefined
  /** Words that are selected in the item, to be quoted. */
  selected: string
  /** The item's media, as they stay. */
  media: Item['media']
  /** What was kept of each. */
  pictures: () => Promise<(string | null)[]>
  set: (patch: Partial<FormGround>) => void
  remove: () => void
}

/** One chosen ground with the reviewer's explanation of it. */
export function GroundCard(props: GroundProps) {
  const { field, ground, hit, selected, media, pictures, set, remove } = props
  const { t } = useText()
  const { captureClass, readOnly } = useForm()
  const id = useId()
  const title = hit?.title ?? ground.groundId

  return (
    <article class="ground" aria-labelledby={id} data-field={field} tabIndex={-1}>
      <header>
        <h3 id={id}>{title}</h3>
        {!readOnly && (
          <button
            type="button"
            class="icon-only"
            aria-label={`${t('compose.remove')}: ${title}`}
            onClick={remove}
          >
            <Icon name="close" />
          </button>
        )}
      </header>
      {hit && <Reference field={field} hit={hit} />}
      <FieldProblems field={field} />
      {captureClass !== 'url' && (
        <TextField
          field={`${field}.passage`}
          label={t('compose.passage')}
          hint={ground.passage ? undefined : t('compose.passageHint')}
          value={ground.passage}
          max={5000}
          lines={1}
          change={(passage) => set({ passage })}
        >
          {selected && !readOnly && (
            <button
              type="button"
              class="quiet small"
              onClick={() => set({ passage: selected.slice(0, 5000) })}
            >
              <Icon name="quote" /> {t('compose.takeSelection')}
            </button>
          )}
        </TextField>
      )}
      {media.length > 0 && (
        <Places
          field={`${field}.places`}
          media={media}
          pictures={pictures}
          places={ground.places ?? []}
          set={(places) => set({ places })}
        />
      )}
      <TextField
        field={`${field}.why`}
        label={t('compose.why')}
        value={ground.why}
        max={5000}
        lines={3}
        change={(why) => set({ why })}
      />
      {hit && hit.questions.length > 0 && (
        <Questions field={field} questions={hit.questions} ground={ground} set={set} />
      )}
      {hit && hit.elements.length + hit.defences.length > 0 && (
        <Elements field={field} hit={hit} ground={ground} set={set} />
      )}
      <details>
        <summary>{t('compose.more')}</summary>
        <TextField
          field={`${field}.basis`}
          label={t('compose.basis')}
          hint={t('compose.basisHint')}
          value={ground.basis}
          max={1000}
          lines={1}
          change={(basis) => set({ basis })}
        />
        <MeasureField field={`${field}.measure`} hit={hit} value={ground.measure} set={set} />
        <Territory field={`${field}.territory`} value={ground.territory} set={set} />
      </details>
    </article>
  )
}

/** What the ground is, officially, and how sure the catalogue is of it. `field`: that of its ground. */
function Reference({ field, hit }: { field: string; hit: GroundHit }) {
  const { t, locale } = useText()
  const { problems } = useForm()
  // Due process says it with its reason, once it is asked.
  const said = problems.some((one) => one.field === field && one.level === 'second')
  return (
    <div class="reference">
      <p>
        {[hit.instrument, hit.provision, hit.jurisdiction].filter(Boolean).join(' · ')}
        {hit.officialTitle !== hit.title && (
          <>
            {' · '}
            <bdi class="official">{hit.officialTitle}</bdi>
          </>
        )}
      </p>
      <p>
        {t(`compose.confidence.${hit.confidence}`)} ·{' '}
        {t('compose.checked', { date: day(Date.parse(hit.checkedOn), locale) })}
      </p>
      {[hit.sourceUrl, ...(hit.readIn?.split('; ') ?? [])].map((address) => (
        <p class="source" key={address} title={address}>
          {t('compose.source')}: <bdi>{address}</bdi>
        </p>
      ))}
      {hit.hotline && (
        <p>
          {t('compose.hotline')}: {hit.hotline.name} · <bdi>{hit.hotline.address}</bdi>
        </p>
      )}
      {((hit.secondReviewer && !said) || hit.capture !== 'full') && (
        <p class="tags">
          {hit.capture !== 'full' && <span class="tag">{t(`compose.class.${hit.capture}`)}</span>}
          {hit.secondReviewer && !said && (
            <span class="tag">
              <Icon name="clock" /> {t('compose.second')}
            </span>
          )}
        </p>
      )}
    </div>
  )
}

type PartProps = { field: string; ground: FormGround; set: (patch: Partial<FormGround>) => void }

/** What has to be true, as a check list, and what speaks against it. */
function Elements({ field, hit, ground, set }: PartProps & { hit: GroundHit }) {
  const { t } = useText()
  const { readOnly } = useForm()
  const found = hit.elements.map((_, i) => ground.elements[i] ?? false)
  return (
    <details data-field={`${field}.elements`}>
      <summary>
        {t('compose.elements')}
        {hit.elements.length > 0 && ` · ${found.filter(Boolean).length}/${hit.elements.length}`}
      </summary>
      {hit.elements.map((element, i) => (
        <label class="choice" key={element}>
          <input
            type="checkbox"
            checked={found[i]}
            disabled={readOnly}
            onChange={({ currentTarget: { checked } }) =>
              set({ elements: found.map((one, at) => (at === i ? checked : one)) })
            }
          />
          <span>{element}</span>
        </label>
      ))}
      {hit.defences.length > 0 && (
        <>
          <h4>{t('compose.defences')}</h4>
          <ul>
            {hit.defences.map((defence) => (
              <li key={defence}>{defence}</li>
            ))}
          </ul>
        </>
      )}
      <FieldProblems field={`${field}.elements`} />
    </details>
  )
}

const MEASURES: readonly Measure[] = ['none', 'label', 'ageGate', 'restrict', 'remove']

function MeasureField(props: {
  field: string
  hit: GroundHit | undefined
  value: Measure
  set: (patch: Partial<FormGround>) => void
}) {
  const { field, hit, value, set } = props
  const { t } = useText()
  const { id, control } = useField(field)
  const { readOnly: disabled, ...rest } = control
  const offered = new Set<Measure>([...(hit?.measures ?? MEASURES), value])
  return (
    <div class="field">
      <label for={id}>{t('compose.measure')}</label>
      <select
        {...rest}
        disabled={disabled}
        value={value}
        onChange={({ currentTarget }) => set({ measure: currentTarget.value as Measure })}
      >
        {[...offered].map((measure) => (
          <option value={measure} key={measure}>
            {t(`measure.${measure}`)}
          </option>
        ))}
      </select>
      <FieldProblems field={field} id={`${id}-p`} />
    </div>
  )
}

/** ISO codes, as the law knows them; a policy holds everywhere. */
function Territory(props: { field: string; value: string[]; set: (patch: Partial<FormGround>) => void }) {
  const { field, value, set } = props
  const { t } = useText()
  const [typed, setTyped] = useState(value.join(', '))
  return (
    <TextField
      field={field}
      label={t('compose.territory')}
      hint={t('compose.territoryHint')}
      value={typed}
      max={400}
      change={(text) => {
        setTyped(text)
        set({ territory: codesIn(text) })
      }}
    />
  )
}

/** "kz, DE" → ["KZ", "DE"]; `global` stays as it is. */
export function codesIn(text: string): string[] {
  const codes = text.split(/[\s,;]+/).filter(Boolean)
  return codes.map((code) => (/^global$/i.test(code) ? 'global' : code.toUpperCase().slice(0, 6)))
}
