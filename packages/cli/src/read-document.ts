import { readFile } from 'node:fs/promises'
import { text as readAll } from 'node:stream/consumers'
import { AppError } from '@penstock/errors'

/** The text of a file, or of standard input for `-`. */
export async function readDocument(file: string): Promise<string> {
  if (file === '-') return readAll(process.stdin)
  return readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new AppError('FILE_UNREADABLE', { params: { file, reason: cause.code ?? cause.message }, cause })
  })
}
