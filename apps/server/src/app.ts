import cookie from '@fastify/cookie'
import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type RouteOptions,
} from 'fastify'
import { uuidv7 } from 'uuidv7'
import type { Core } from './core.ts'
import './http/access.ts'
import { registerCompression } from './http/compress.ts'
import { builtApp, registerConsole } from './http/console.ts'
import { registerDraftData } from './http/draft-data.ts'
import { registerPlanData } from './http/plan-data.ts'
import { registerErrorPages } from './http/error-pages.ts'
import { registerGatewayApi } from './http/gateway-api.ts'
import { registerHealth } from './http/health.ts'
import { registerIdentity } from './http/identify.ts'
import { registerProblems } from './http/problem.ts'
import { registerSecurityHeaders } from './http/security-headers.ts'
import type { Shell } from './http/shell.ts'
import type { TrustProxy } from './settings.ts'
import { registerPortal } from './portal/register-portal.ts'
import { registerRest } from './rest/register.ts'
import { registerTrpc } from './trpc/register.ts'

export interface AppOptions {
  readonly core: Core
  readonly shell: Shell
  readonly trustProxy?: TrustProxy
  readonly log: FastifyBaseLogger
  /** Told of every route: tests enumerate them. */
  readonly onRoute?: (route: RouteOptions) => void
  /** Folder of the built console. */
  readonly consoleRoot?: string | undefined
  /** Folder of the built portal. */
  readonly portalRoot?: string | undefined
}

/** The control plane's HTTP front, not yet listening. Every route is closed but those that say otherwise. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const {
    core,
    shell,
    log,
    trustProxy = false,
    consoleRoot = builtApp('console'),
    portalRoot = builtApp('portal'),
  } = options
  const app = fastify({
    loggerInstance: log,
    // Failures are logged where they are answered; a line for each request is the gateway's business.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy,
    genReqId: () => uuidv7(),
    // tRPC puts the names of all calls of a batch into one path segment.
    routerOptions: { maxParamLength: 5000 },
    bodyLimit: 1024 * 1024,
    forceCloseConnections: 'idle',
  })
  if (options.onRoute) app.addHook('onRoute', options.onRoute)
  app.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id))
  await app.register(cookie)
  await registerSecurityHeaders(app)
  registerProblems(app)
  registerIdentity(app, core, shell)
  registerCompression(app)
  registerHealth(app, core)
  registerErrorPages(app)
  await registerTrpc(app, core, shell)
  registerDraftData(app, core)
  registerPlanData(app, core)
  await registerRest(app, core, shell)
  await registerGatewayApi(app, core, shell)
  await registerPortal(app, core, shell, portalRoot)
  await registerConsole(app, consoleRoot)
  return app
}
