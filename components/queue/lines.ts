import type { Connection } from '../../utils/messages'
import type { DraftRow } from '../../utils/outbox/draft'
import { needsReviewer } from '../../utils/outbox/health'
import type { Queue } from '../../utils/outbox/queue'
import type { NoticeRow } from '../../utils/outbox/row'

/** One line of the list. A notice that was not read yet has its id alone. */
export type Line =
  | { kind: 'notice'; id: string; row?: NoticeRow }
  | { kind: 'draft'; id: string; row: DraftRow }
  | { kind: 'connection'; id: string; row: Connection }

export type SectionName = 'needs' | 'running' | 'drafts' | 'rest' | 'hits'
export type ListSection = { name: SectionName; lines: Line[] }

const ofId = (id: string): Line => ({ kind: 'notice', id })
const ofDraft = (row: DraftRow): Line => ({ kind: 'draft', id: row.id, row })

/** The list in its order: what needs the reviewer, next deadlines, drafts, all others; empty parts are left out. */
export function sectionsOf(queue: Queue, connections: readonly Connection[]): ListSection[] {
  const broken = connections
    .filter(needsReviewer)
    .map((row): Line => ({ kind: 'connection', id: row.id, row }))
  const sections: ListSection[] = [
    { name: 'needs', lines: [...broken, ...queue.needs.map(ofId)] },
    { name: 'running', lines: queue.running.map(ofId) },
    { name: 'drafts', lines: queue.drafts.map(ofDraft) },
    { name: 'rest', lines: queue.rest.map(ofId) },
  ]
  return sections.filter(({ lines }) => lines.length > 0)
}

/** Found notices as the one part of the list, with the drafts that fit in front. */
export function hitsOf(ids: readonly string[], drafts: readonly DraftRow[], query: string): ListSection[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const fits = ({ permalink, origin, form }: DraftRow) => {
    const said = form.grounds.flatMap(({ why, passage }) => [why, passage])
    const hay = [origin.platform, permalink, form.reference, ...said].join(' ').toLowerCase()
    return words.every((word) => hay.includes(word))
  }
  const lines = [...drafts.filter(fits).map(ofDraft), ...ids.map(ofId)]
  return lines.length > 0 ? [{ name: 'hits', lines }] : []
}

/** All lines, one after the other. */
export const linesOf = (sections: readonly ListSection[]): Line[] => sections.flatMap(({ lines }) => lines)
