/** DSA Article 20(1): complaints are taken for at least six months after the decision. */
const MONTHS = 6

/**
 * The last day on which a complaint against a decision is taken for certain: six months on by the calendar, and where
 * that month is shorter its last day. Milliseconds since 1970.
 */
export function complaintDeadline(decidedAt: number): number {
  const at = new Date(decidedAt)
  const day = at.getUTCDate()
  at.setUTCDate(1)
  at.setUTCMonth(at.getUTCMonth() + MONTHS)
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate()
  at.setUTCDate(Math.min(day, last))
  return at.getTime()
}

/** One day of a calendar (RFC 5545) with a reminder two weeks before; the same notice gives the same bytes. */
export function deadlineIcs(noticeId: string, decidedAt: number, title: string): string {
  const day = (at: number) => new Date(at).toISOString().slice(0, 10).replaceAll('-', '')
  const stamp = new Date(decidedAt).toISOString().replace(/[-:]|\.\d+/g, '')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Flagpost//EN',
    'BEGIN:VEVENT',
    `UID:${noticeId}@flagpost`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${day(complaintDeadline(decidedAt))}`,
    `SUMMARY:${escaped(title)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    'TRIGGER:-P14D',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.flatMap(folded).join('\r\n')}\r\n`
}

const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')

/** No line of a calendar has more than 75 octets; what follows begins with a space. */
function folded(line: string): string[] {
  const lines: string[] = []
  let now = ''
  let size = 0
  for (const letter of line) {
    const octets = new TextEncoder().encode(letter).length
    if (size + octets > 74) {
      lines.push(now)
      now = ' '
      size = 1
    }
    now += letter
    size += octets
  }
  return [...lines, now]
}
