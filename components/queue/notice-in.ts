import { Notice } from '../../utils/notice'

/** The notice in a body as it lies in the outbox; `unreadable`: another version wrote it. */
export function noticeIn(body: string): Notice | 'unreadable' {
  try {
    const parsed = Notice.safeParse(JSON.parse(body))
    return parsed.success ? parsed.data : 'unreadable'
  } catch {
    return 'unreadable'
  }
}
