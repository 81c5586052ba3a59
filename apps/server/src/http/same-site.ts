import { AppError } from '@penstock/errors'
import type { FastifyRequest } from 'fastify'

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses what a page of another site makes a browser send. `Sec-Fetch-Site` is the browser's own word and can't be
 * forged by a page; where it is missing (older browsers, or plain http to another host than localhost) the Origin has
 * to be ours. A program that is no browser sends neither, and has no cookie to be abused.
 */
export function refuseCrossSite(request: FastifyRequest): void {
  if (harmless.has(request.method)) return
  const site = request.headers['sec-fetch-site']
  const { origin } = request.headers
  const ours = `${request.protocol}://${request.host}`
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw refused(`Sec-Fetch-Site: ${String(site)}`)
  if (origin !== undefined && origin !== ours) throw refused(`Origin: ${origin}, ours is ${ours}`)
}

function refused(internal: string): AppError {
  return new AppError('CROSS_SITE', { internal })
}
