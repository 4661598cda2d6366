import { FIELDS, type Score, sum } from './score'

export type Row = { name: string; platform: string; legacy: boolean; score: Score; failed?: string }

const percent = (part: number, whole: number) => (whole ? Math.floor((part / whole) * 1000) / 10 : 100)
const total = (rows: Row[], count: (score: Score) => number) =>
  rows.reduce((all, { score }) => all + count(score), 0)

export type Totals = { items: number; fields: number; wrong: number; extra: number }

/** The figures of all pages; those of front ends that are gone count only for what is wrong. */
export function totals(rows: Row[]): Totals {
  const now = rows.filter(({ legacy }) => !legacy)
  const fields = sum(now.flatMap(({ score }) => Object.values(score.fields)))
  return {
    items: percent(
      total(now, ({ found }) => found),
      total(now, ({ expected }) => expected),
    ),
    fields: percent(fields.right, fields.right + fields.wrong + fields.none),
    wrong: total(rows, ({ wrong }) => wrong.length),
    extra: total(now, ({ extra }) => extra.length),
  }
}

/** A table a platform: items, then each field as right / wrong / null where a value was expected. */
export function table(rows: Row[]): string {
  const lines: string[] = []
  for (const platform of new Set(rows.map((row) => row.platform))) {
    const own = rows.filter((row) => row.platform === platform)
    lines.push('', platform)
    for (const row of own) {
      const { expected, found, extra, quoted, unseen } = row.score
      const more = [
        quoted && `${quoted} quoted`,
        unseen && `${unseen} only in the page's data`,
        row.legacy && 'gone front end: only what is wrong counts',
        row.failed,
      ].filter(Boolean)
      const counts = `expected ${expected}  found ${found}  extra ${extra.length}`
      lines.push(`  ${row.name.padEnd(44)} ${counts}${more.length ? `  (${more.join('; ')})` : ''}`)
    }
    for (const field of FIELDS) {
      const { right, wrong, none } = sum(
        own.filter(({ legacy }) => !legacy).map(({ score }) => score.fields[field]),
      )
      if (right + wrong + none)
        lines.push(`    ${field.padEnd(12)} right ${right}  wrong ${wrong}  null ${none}`)
    }
    for (const { score, legacy } of own) {
      lines.push(...score.wrong.map((one) => `    wrong   ${one}`))
      if (legacy) continue
      lines.push(...score.extra.map((one) => `    extra   ${one}`))
      lines.push(...score.absent.map((one) => `    absent  ${one}`))
      lines.push(...score.unread.map((one) => `    null    ${one}`))
    }
  }
  const { items, fields, wrong, extra } = totals(rows)
  return [...lines, '', `items ${items}% fields ${fields}% wrong ${wrong} extra ${extra}`].join('\n')
}
