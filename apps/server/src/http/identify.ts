import { AppError } from '@penstock/errors'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { findBearer } from '../auth/api-tokens.ts'
import { cookieName } from '../auth/cookie.ts'
import { hashSecret } from '../auth/secret.ts'
import { findSession } from '../auth/sessions.ts'
import type { Core } from '../core.ts'
import { sameSecret } from './same-secret.ts'
import { refuseCrossSite } from './same-site.ts'
import type { Shell } from './shell.ts'

/**
 * The door: finds out who calls, and closes every route that is not said to be open. A bearer token goes before a
 * cookie; a wrong one is refused even where a cookie would do, so that a script with a stale token notices.
 */
export function registerIdentity(app: FastifyInstance, core: Core, shell: Shell): void {
  app.decorateRequest('actor', null)
  app.decorateRequest('sessionToken', undefined)
  app.decorateRequest('revoked', null)
  app.addHook('onRequest', async (request) => {
    const access = request.routeOptions.config.access ?? 'signed-in'
    const bearer = bearerOf(request)
    if (access === 'gateway') {
      if (bearer === undefined) throw new AppError('UNAUTHENTICATED')
      if (!sameSecret(bearer, shell.gatewayToken)) throw new AppError('TOKEN_INVALID')
      return
    }
    // Before asking: what is revoked while the answer is on its way, or after it, is noticed.
    request.revoked = shell.identities.cleared()
    if (bearer !== undefined) {
      request.actor = await shell.identities.identify(hashSecret(bearer), () => findBearer(core, bearer))
      if (request.actor === null && access !== 'public') throw new AppError('TOKEN_INVALID')
    } else {
      const token = request.cookies[cookieName(request.protocol === 'https', request.host)]
      // Before asking whose cookie it is: signing in, which needs none, is also not for other sites.
      refuseCrossSite(request)
      if (token !== undefined) {
        request.sessionToken = token
        request.actor = await shell.identities.identify(hashSecret(token), () => findSession(core, token))
      }
    }
    if (access === 'signed-in' && request.actor === null && !request.is404)
      throw new AppError('UNAUTHENTICATED')
  })
}

function bearerOf(request: FastifyRequest): string | undefined {
  return /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
}
