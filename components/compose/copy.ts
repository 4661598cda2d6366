import type { Form, GroundHit } from '../../utils/messages'
import type { Text } from '../text'

type Copy = { form: Form; hits: Record<string, GroundHit>; permalink: string | null }

/**
 * All that the reviewer has put into the form, as text that any program opens, under the form's own words: for the
 * time when it can't be kept here. Nothing of the item but its address and what was quoted.
 */
export function copyText({ form, hits, permalink }: Copy, t: Text['t']): string {
  const lines: string[] = []
  const say = (name: string, value: string | undefined | null) => {
    if (value?.trim()) lines.push(`${name}: ${value.trim()}`)
  }
  say(t('compose.item'), form.item.permalink ?? permalink)
  for (const { groundId, why, passage, basis } of form.grounds) {
    const hit = hits[groundId]
    lines.push('', hit ? `${hit.title} (${hit.instrument}, ${hit.provision})` : groundId)
    say(t('compose.passage'), passage)
    say(t('compose.why'), why)
    say(t('compose.basis'), basis)
  }
  const rest = Object.values(form.reasons ?? {}).filter((reason) => reason.trim())
  if (rest.length || form.reference) lines.push('')
  lines.push(...rest)
  say(t('compose.reference'), form.reference)
  return `${lines.join('\n').trim()}\n`
}
