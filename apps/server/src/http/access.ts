import type { Actor } from '../auth/actor.ts'

/**
 * Who may reach a route. A route that says nothing needs a session or a token: to be open is what has to be written.
 *
 * - `public`: anybody
 * - `signed-in`: a session or an API token
 * - `gateway`: a gateway node's token
 * - `procedure`: tRPC and the like, where each procedure says it for itself
 * - `portal`: the portal's pages; the portal decides by the API's visibility
 */
export type RouteAccess = 'public' | 'signed-in' | 'gateway' | 'procedure' | 'portal'

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: RouteAccess
  }
  interface FastifyRequest {
    /** Who calls; null for nobody known. */
    actor: Actor | null
    /** The token of the session cookie that came along. */
    sessionToken: string | undefined
    /** Aborted once anything was revoked after the door asked who calls; null on routes that it does not ask at. */
    revoked: AbortSignal | null
  }
}
