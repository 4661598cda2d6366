import { openPage } from '../../components/own-page'
import { Popup } from '../../components/queue/popup'

void openPage('queue.title', <Popup />)
