import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The part of the socket's name that stands for the port in PostgreSQL's convention. */
export const socketPort = 5432

/**
 * Folder for the socket. Beside the data when the path fits into what the system allows for a socket's name (about
 * 100 bytes), otherwise a private temporary folder.
 */
export function socketDirectory(dataDir: string): string {
  return Buffer.byteLength(socketFile(dataDir)) < 100 ? dataDir : mkdtempSync(join(tmpdir(), 'penstock-'))
}

export function socketFile(directory: string): string {
  return join(directory, `.s.PGSQL.${socketPort}`)
}
