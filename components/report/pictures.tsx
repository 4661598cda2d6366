import { useText } from '../text'

/**
 * The mirror's pictures. Plain SVG: they are bars and columns of a dozen figures, and the smallest chart libraries
 * (uPlot, Chartist) are for curves, bring many kilobytes and a canvas or a style sheet of their own, and still need
 * the table beside them that a screen reader gets here.
 */

type Figure = { word: string; count: number; share?: number }
/** `short`: stands under its column. */
type Column = Figure & { short: string }

/** A table whose lines have a bar each, its part of all: picture and numbers in one. */
export function Bars({ head, figures }: { head: [string, string, string]; figures: Figure[] }) {
  const all = Math.max(
    1,
    figures.reduce((sum, { count }) => sum + count, 0),
  )
  return (
    <table class="report-table bars">
      <thead>
        <tr>
          <th scope="col">{head[0]}</th>
          <td />
          <th scope="col" class="figure">
            {head[1]}
          </th>
          <th scope="col" class="figure">
            {head[2]}
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ word, count, share }) => (
          <tr key={word}>
            <th scope="row">
              <bdi>{word}</bdi>
            </th>
            <td class="bar">
              <svg width="100%" height="12" aria-hidden="true">
                <rect width={`${(100 * count) / all}%`} height="12" rx="2" />
              </svg>
            </td>
            <td class="figure">{count}</td>
            <td class="figure">{share ? `${share} %` : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const HEIGHT = 96
const STEP = 28

/** Columns in the order of time, and the same as a table that folds out. */
export function Columns({ figures }: { figures: Column[] }) {
  const { t } = useText()
  const most = Math.max(1, ...figures.map(({ count }) => count))
  const [first, last] = [figures[0], figures.at(-1)]
  const label = t('mirror.monthsLabel', { from: first?.word ?? '', to: last?.word ?? '', most })
  return (
    <>
      <svg
        class="columns"
        role="img"
        aria-label={label}
        width={Math.max(STEP, figures.length * STEP)}
        height={HEIGHT + 38}
      >
        {figures.map(({ word, short, count }, i) => {
          const height = (count / most) * HEIGHT
          return (
            <g key={word}>
              <rect x={i * STEP + 4} y={HEIGHT - height + 18} width={STEP - 8} height={height} rx="2">
                <title>{`${word}: ${count}`}</title>
              </rect>
              <text x={i * STEP + STEP / 2} y={HEIGHT - height + 12} text-anchor="middle">
                {count}
              </text>
              <text class="under" x={i * STEP + STEP / 2} y={HEIGHT + 32} text-anchor="middle">
                {short}
              </text>
            </g>
          )
        })}
      </svg>
      <details>
        <summary>{t('mirror.table')}</summary>
        <table class="report-table">
          <thead>
            <tr>
              <th scope="col">{t('mirror.month')}</th>
              <th scope="col" class="figure">
                {t('report.notices')}
              </th>
            </tr>
          </thead>
          <tbody>
            {figures.map(({ word, count }) => (
              <tr key={word}>
                <th scope="row">{word}</th>
                <td class="figure">{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  )
}
