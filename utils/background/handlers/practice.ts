import { practiceDecide, practiceNotices } from '../../connectors/practice'
import { openWindow } from '../press'
import type { Handlers } from '../router'
import type { Service } from '../service'

type PracticeMessages = 'practice.press' | 'practice.list' | 'practice.decide'

/** Messages of the practice pages: the trainee reports a practice post, then decides as the platform would. */
export function practiceHandlers({ presses, feed }: Service): Pick<Handlers, PracticeMessages> {
  return {
    async 'practice.press'({ captured }) {
      await openWindow(await presses.practise(captured))
      return null
    },

    async 'practice.list'() {
      const notices = await practiceNotices()
      return notices.map(({ id, body, receivedAt, decided, decision }) => ({
        id,
        body,
        receivedAt,
        decided,
        decision,
      }))
    },

    async 'practice.decide'({ id, decision }) {
      await practiceDecide(id, decision)
      await feed.poll()
      return null
    },
  }
}
