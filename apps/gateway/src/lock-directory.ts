import { join } from 'node:path'
import { AppError } from '@penstock/errors'
import { acquireLock } from '@penstock/errors/file-lock'
import type { Log } from './log.ts'

/**
 * Keeps other gateways off a directory until the answer is called: two would remove each other's bundles. Throws
 * DATA_DIR_IN_USE. A disk that takes no file stops no traffic, so there it only warns.
 */
export function lockDirectory(directory: string, log: Log): () => void {
  try {
    const lock = acquireLock(join(directory, 'lock'))
    return () => lock.release()
  } catch (error) {
    if (error instanceof AppError) throw error
    log('warn', 'the data directory could not be locked', { directory, cause: (error as Error).message })
    return () => undefined
  }
}
