import { openPage } from '../../components/own-page'
import { Practice } from '../../components/practice/practice'

void openPage('practice.title', <Practice />)
