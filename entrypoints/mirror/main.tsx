import { openPage } from '../../components/own-page'
import { MirrorPage } from '../../components/report/mirror'

void openPage('mirror.title', <MirrorPage />)
