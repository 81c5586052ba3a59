import type { FastifyRequest } from 'fastify'
import type { Shell } from './shell.ts'

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/

/**
 * Origin of this server for people beside a gateway. What a gateway calls it by may be a name that only its own network
 * knows, and nobody else's business, so without a public URL nothing but this machine's own address counts.
 */
export function knownOrigin(
  { publicUrl }: Pick<Shell, 'publicUrl'>,
  { protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>,
): string | null {
  if (publicUrl !== undefined) return publicUrl.replace(/\/+$/, '')
  return loopback.test(host) ? `${protocol}://${host}` : null
}
