import type { FastifyReply, FastifyRequest } from 'fastify'
import { cookieName } from '../auth/cookie.ts'
import type { Core } from '../core.ts'
import type { CallContext } from '../procedures/context.ts'
import { originOf } from './origin.ts'
import type { Shell } from './shell.ts'

/** What procedures need of an HTTP request. */
export function callContext(
  core: Core,
  shell: Shell,
  request: FastifyRequest,
  reply: FastifyReply,
): CallContext {
  const secure = request.protocol === 'https'
  const name = cookieName(secure, request.host)
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
  return {
    core,
    shell,
    actor: request.actor,
    revoked: request.revoked ?? shell.identities.cleared(),
    requestId: request.id,
    origin: originOf(shell, request),
    ip: request.ip,
    session: {
      token: request.sessionToken,
      set: (token, expires) => void reply.setCookie(name, token, { ...options, expires }),
      clear: () => void reply.clearCookie(name, options),
    },
  }
}
