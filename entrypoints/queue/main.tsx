import { openPage } from '../../components/own-page'
import { QueuePage } from '../../components/queue/page'

void openPage('queue.title', <QueuePage />)
