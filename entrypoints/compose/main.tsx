import { openCompose } from '../../components/compose/open'

openCompose(location.hash.slice(1))
