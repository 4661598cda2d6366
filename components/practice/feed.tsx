import { useCallback, useEffect, useState } from 'preact/hooks'
import { openOutbox } from '../../utils/outbox/open'
import type { ItemState } from '../../utils/outbox/row'
import type { Problem } from '../../utils/problem'
import { problemIn } from '../ask'
import { ProblemNote } from '../problem'
import { useText } from '../text'
import { Post } from './post'
import { addressOf, POSTS } from './posts'

const outbox = openOutbox()

/** What was done with the practice posts, as it changes. */
function useStates(): Record<string, ItemState> {
  const [states, setStates] = useState<Record<string, ItemState>>({})
  useEffect(() => {
    const look = () => void outbox.states(POSTS.map(addressOf)).then(setStates, () => {})
    look()
    const channel = new BroadcastChannel('flagpost')
    channel.onmessage = look
    return () => channel.close()
  }, [])
  return states
}

/** Three posts to practise on; pressing Report opens the real form in its own window. */
export function Feed() {
  const { t } = useText()
  const states = useStates()
  const [problem, setProblem] = useState<Problem | null>(null)
  const failed = useCallback((error: unknown) => setProblem(problemIn(error)), [])
  return (
    <>
      {problem && <ProblemNote problem={problem} />}
      <ul class="feed" aria-label={t('practice.feed')}>
        {POSTS.map((post) => (
          <li key={post.id}>
            <Post post={post} state={states[addressOf(post)]} failed={failed} />
          </li>
        ))}
      </ul>
    </>
  )
}
