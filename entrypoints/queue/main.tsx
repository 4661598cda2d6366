import { openPage } from '../../components/own-page'
import { QueuePage } from '../../components/queue/page'
import { openOutbox } from '../../utils/outbox/open'

const outbox = openOutbox()
// Opened while the words are being found; the page itself says what went wrong.
void outbox.database().catch(() => {})
void openPage('queue.title', <QueuePage outbox={outbox} />)
