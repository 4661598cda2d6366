import { type BackendOptions, startBackend } from '../../backend/start'

/**
 * A process that can be killed: it has loaded everything, and starts the backend when it is told with what. (So a case
 * does not wait for the loading.)
 */
process.on('message', (options: BackendOptions) => {
  startBackend(options).then(
    () => process.send?.('ready'),
    (error: unknown) => process.send?.(String(error)),
  )
})
process.on('disconnect', () => process.exit(0))
process.send?.('loaded')
