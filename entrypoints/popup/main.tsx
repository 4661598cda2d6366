import { openPage } from '../../components/own-page'
import { Popup } from '../../components/queue/popup'
import { openOutbox } from '../../utils/outbox/open'

const outbox = openOutbox()
// Opened while the words are being found; the page itself says what went wrong.
void outbox.database().catch(() => {})
void openPage('queue.title', <Popup outbox={outbox} />)
