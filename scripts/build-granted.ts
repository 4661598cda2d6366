import { buildGranted } from '../tests/support/build'

console.log(await buildGranted())
