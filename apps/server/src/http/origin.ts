import type { FastifyRequest } from 'fastify'
import type { Shell } from './shell.ts'

/** Where browsers reach this server: begins the links that it hands out. */
export function originOf({ publicUrl }: Pick<Shell, 'publicUrl'>, request: FastifyRequest): string {
  return publicUrl?.replace(/\/+$/, '') ?? `${request.protocol}://${request.host}`
}
