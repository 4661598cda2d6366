import { useRef, useState } from 'preact/hooks'
import type { Rect } from '../../utils/evidence/redaction'
import { MAX_PLACES } from '../../utils/limits'
import {
  mediumWords,
  placeWords,
  regionFragment,
  regionOf,
  secondsIn,
  spanFragment,
  spanOf,
} from '../../utils/media-fragment'
import type { Media, Place } from '../../utils/notice'
import { Icon } from '../icon'
import { useText } from '../text'
import { useForm } from './context'
import { useDrag } from './drag'
import { FieldProblems } from './field'
import './places.css'

type PlacesProps = {
  /** `grounds.INDEX.places` */
  field: string
  media: readonly Media[]
  /** What was kept of each. */
  pictures: () => Promise<(string | null)[]>
  places: readonly Place[]
  set: (places: Place[]) => void
}

/** Which part of a picture, film or recording a ground is about: drawn, or given in numbers. */
export function Places({ field, media, pictures, places, set }: PlacesProps) {
  const { t } = useText()
  const { readOnly } = useForm()
  const add = (place: Place) =>
    set([...places.filter((one) => !same(one, place)), place].slice(0, MAX_PLACES))
  return (
    <details class="places" data-field={field}>
      <summary>
        {t('place.title')}
        {places.length > 0 && ` · ${places.length}`}
      </summary>
      {places.length > 0 && (
        <ul>
          {places.map((place) => {
            const words = placeWords(t, media, place)
            return (
              <li key={`${place.media}${place.fragment}`}>
                <span>{words}</span>
                {!readOnly && (
                  <button
                    type="button"
                    class="icon-only"
                    aria-label={t('place.remove', { place: words })}
                    onClick={() => set(places.filter((one) => one !== place))}
                  >
                    <Icon name="close" />
                  </button>
                )}
              </li>
            )
          })}
        </ul>
      )}
      {!readOnly &&
        media.map(
          (medium, at) =>
            medium.kind !== 'file' && (
              <MediumPlace
                key={at}
                media={media}
                at={at}
                pictures={pictures}
                marked={places.filter((one) => one.media === at)}
                add={(fragment) => add({ media: at, fragment })}
              />
            ),
        )}
      <FieldProblems field={field} />
    </details>
  )
}

const same = (a: Place, b: Place) => a.media === b.media && a.fragment === b.fragment

type MediumProps = Pick<PlacesProps, 'media' | 'pictures'> & {
  at: number
  marked: readonly Place[]
  add: (fragment: string) => void
}

/** The fields for one medium: numbers for each, and for a picture that was kept the picture itself. */
function MediumPlace({ media, at, pictures, marked, add }: MediumProps) {
  const { t } = useText()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const [picture, setPicture] = useState<string | null | undefined>(undefined)
  const what = mediumWords(t, media, at)
  const { kind, alt } = media[at] as Media
  const still = kind === 'image'

  function take() {
    // As it stands there: what was typed last may not be drawn yet.
    const text = input.current?.value ?? typed
    const fragment = still ? regionIn(text) : timeIn(text)
    setWrong(fragment === null)
    if (fragment === null) return
    add(fragment)
    setTyped('')
  }
  const draw = async () => setPicture((await pictures())[at] ?? null)

  return (
    <div class="medium">
      <label>
        <span>{t(still ? 'place.regionLabel' : 'place.timeLabel', { what })}</span>
        <input
          ref={input}
          type="text"
          value={typed}
          maxLength={60}
          autocomplete="off"
          placeholder={still ? '25, 10, 50, 30' : '1:05 – 1:20'}
          aria-invalid={wrong || undefined}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.isComposing) return
            event.preventDefault()
            take()
          }}
        />
      </label>
      <button type="button" class="small" disabled={typed.trim() === ''} onClick={take}>
        {t('place.add')}
      </button>
      {still && picture === undefined && (
        <button type="button" class="quiet small" onClick={() => void draw()}>
          {t('place.draw')}
        </button>
      )}
      {wrong && (
        <p class="hint" role="alert">
          {t(still ? 'place.regionWrong' : 'place.timeWrong')}
        </p>
      )}
      {picture === null && <p class="hint">{t('place.noPicture')}</p>}
      {picture && (
        <Drawing
          picture={picture}
          alt={alt ?? what}
          marked={marked.flatMap(({ fragment }) => regionOf(fragment) ?? [])}
          draw={(region) => add(regionFragment(region))}
        />
      )}
    </div>
  )
}

/** "25, 10, 50, 30" as a fragment; null: these are no four numbers of a region within the picture. */
function regionIn(text: string): string | null {
  const [x = -1, y = -1, width = -1, height = -1, ...more] = text
    .split(/[\s,;%]+/)
    .filter(Boolean)
    .map(Number)
  const fits = more.length === 0 && [x, y, width, height].every((part) => part >= 0 && part <= 100)
  const fragment = fits ? regionFragment({ x, y, width, height }) : ''
  return x + width <= 100 && y + height <= 100 && regionOf(fragment) ? fragment : null
}

/** "1:05 – 1:20" or "1:05" as a fragment; null: these are no times, or the end is before the beginning. */
function timeIn(text: string): string | null {
  const [from, to, ...more] = text.split(/\s*[–—-]\s*/).map(secondsIn)
  if (from === null || from === undefined || to === null || more.length > 0) return null
  const fragment = spanFragment({ from, to: to ?? null })
  return spanOf(fragment) ? fragment : null
}

type DrawingProps = { picture: string; alt: string; marked: Rect[]; draw: (region: Rect) => void }

/** A picture over which a region is dragged. By keyboard it is given in the field of numbers beside it. */
function Drawing({ picture, alt, marked, draw }: DrawingProps) {
  const { t } = useText()
  const part = (value: number) => Math.min(100, Math.max(0, value * 100))
  const { area, drawing } = useDrag({
    at: ({ clientX, clientY }, { left, top, width, height }) => ({
      x: part((clientX - left) / width),
      y: part((clientY - top) / height),
    }),
    least: 1,
    draw,
  })
  const style = ({ x, y, width, height }: Rect) => ({
    left: `${x}%`,
    top: `${y}%`,
    width: `${width}%`,
    height: `${height}%`,
  })

  return (
    <>
      <p class="hint">{t('place.drawHint')}</p>
      <div class="drawing" {...area}>
        <img src={picture} alt={alt} draggable={false} />
        {[...marked, ...(drawing ? [drawing] : [])].map((region, i) => (
          <div class="mark" style={style(region)} key={i} />
        ))}
      </div>
    </>
  )
}
