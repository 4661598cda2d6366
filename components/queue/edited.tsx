import { useEffect, useState } from 'preact/hooks'
import { type Around, COMPARED, editsAround, type Seen, seenIn } from '../../utils/evidence/edited'
import { exact } from '../../utils/i18n/formats'
import { type Notice, noticeIn } from '../../utils/notice'
import type { Outbox } from '../../utils/outbox/store'
import { EditView } from '../edit-view'
import { Icon } from '../icon'
import { useText } from '../text'
import { useWorld } from './around'
import { NoticeLink } from './notice-link'

type Other = { id: string; seen: Seen }

/** What this browser's other notices on the same item say of it; those whose content was deleted say nothing. */
async function readOthers(outbox: Outbox, { id, item }: Notice): Promise<Other[]> {
  const rows = (await outbox.allByPermalink(item.permalink)).filter((row) => row.id !== id)
  const bodies = await Promise.all(rows.slice(0, COMPARED).map((row) => outbox.body(row.id)))
  return bodies.flatMap((body) => {
    const other = body === undefined ? null : noticeIn(body)
    return other ? [{ id: other.id, seen: seenIn(other) }] : []
  })
}

/** Says that the item was edited, where another notice on it has captured something else, and shows what. */
export function Edited({ notice, open }: { notice: Notice; open: (id: string) => void }) {
  const { t, locale } = useText()
  const { outbox, version } = useWorld()
  const [{ since, before }, set] = useState<Around<Other>>({ since: null, before: null })
  useEffect(() => {
    let over = false
    void readOthers(outbox, notice).then((others) => {
      if (!over) set(editsAround(seenIn(notice), others))
    })
    return () => {
      over = true
    }
  }, [outbox, notice, version])
  return (
    <>
      {[since, before].map(
        (other) =>
          other && (
            <div class="edited" key={other.id}>
              <p>
                <Icon name="pen" />
                <span>
                  {t(other === since ? 'edited.since' : 'edited.before', {
                    when: exact(Date.parse(other.seen.at), locale),
                  })}{' '}
                  <NoticeLink id={other.id} open={open}>
                    {t('edited.open')}
                  </NoticeLink>
                </span>
              </p>
              <EditView edit={other.edit} />
            </div>
          ),
      )}
    </>
  )
}
