import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newSecret } from './secret.ts'

/**
 * What a gateway node shows to be let in: the given one, else one in the data directory that is made once and that a
 * gateway on the same machine reads there. Kept in clear, readable by the owner alone, because both ends need it.
 */
export function gatewayToken(dataDir: string, given: string | undefined): string {
  if (given) return given
  const file = join(dataDir, 'gateway-token')
  try {
    // Made only if it is not there: two processes that start at once end up with the same one.
    writeFileSync(file, newSecret(), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8').trim()
}
