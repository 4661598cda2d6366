import { openPage } from '../../components/own-page'
import { Welcome } from '../../components/welcome/welcome'

void openPage('welcome.title', <Welcome />)
