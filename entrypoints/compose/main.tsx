import { openCompose } from '../../components/compose/open'
import { AGAIN } from '../../utils/flag/again'

openCompose(location.hash.slice(1).replaceAll(AGAIN, ''))
