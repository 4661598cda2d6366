import { Options } from '../../components/options/options'
import { openPage } from '../../components/own-page'

void openPage('options.title', <Options />)
