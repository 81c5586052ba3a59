import { answer } from '../answer.ts'
import type { CompiledStage } from '../compiled-stage.ts'
import { clientAddressOf } from '../dialects/forwarded.ts'
import { Failure } from '../failure.ts'
import { headerValue } from '../headers.ts'
import { readBody } from '../read-body.ts'
import type { RequestContext } from '../request-context.ts'
import type { Connection } from './connection.ts'
import type { Connections } from './connections.ts'
import type { ManagementAccess } from './management-access.ts'

export interface ManagementOptions {
  readonly connections: Connections
  readonly access: ManagementAccess
  readonly messageBytesMax: number
}

const path = /^\/@connections\/([^/]+)\/?$/

/**
 * Answers `@connections` of a stage: POST sends, GET tells of it, DELETE closes. Every other request asks for a WebSocket
 * API over plain HTTP, and hears so.
 */
export function answerManagement(
  context: RequestContext,
  stage: CompiledStage,
  options: ManagementOptions,
): Promise<void> {
  const id = path.exec(context.path)?.[1]
  if (id === undefined) {
    stage.access?.(context)
    throw new Failure('UPGRADE_REQUIRED', { phase: 'route', reason: 'no upgrade was asked for' })
  }
  const { slug, name } = stage
  const token = /^Bearer (.+)$/i.exec(headerValue(context.request.headers, 'authorization') ?? '')?.[1]
  if (token === undefined || !options.access.isShown(slug, name, token)) {
    stage.access?.(context)
    throw new Failure('CONNECTIONS_PROTECTED', {
      phase: 'authorizer',
      reason: token === undefined ? 'the call shows no token' : 'the token is not that of this stage',
      responseType: 'ACCESS_DENIED',
    })
  }
  return manage(context, decoded(id), stage, options)
}

async function manage(
  context: RequestContext,
  id: string,
  { slug, name }: CompiledStage,
  { connections, messageBytesMax }: ManagementOptions,
): Promise<void> {
  const { method } = context.request
  const body = method === 'POST' ? await readBody(context, messageBytesMax) : null
  const connection = connections.find(slug, name, id)
  if (!connection) throw gone()
  if (body !== null) {
    // Whether the client reads it is not waited for: the caller would be held up by whom it speaks to.
    if (connection.send(body.toString('utf8')) === null) throw gone()
    answer(context, 200, [], null, 'untraced')
  } else if (method === 'GET') {
    answer(context, 200, ['Content-Type', 'application/json'], JSON.stringify(told(connection)), 'untraced')
  } else if (method === 'DELETE') {
    connection.close(1000, 'Closed by the API')
    answer(context, 204, [], null, 'untraced')
  } else
    throw new Failure('METHOD_NOT_ALLOWED', {
      phase: 'route',
      reason: 'a connection answers POST, GET and DELETE',
      params: { method, path: context.path, allowed: 'POST, GET, DELETE' },
      headers: ['Allow', 'POST, GET, DELETE'],
    })
}

function told({ connectedAt, lastActiveAt, request }: Connection) {
  return {
    connectedAt: new Date(connectedAt).toISOString(),
    identity: {
      sourceIp: clientAddressOf(request),
      userAgent: headerValue(request.headers, 'user-agent') ?? null,
    },
    lastActiveAt: new Date(lastActiveAt).toISOString(),
  }
}

function gone(): Failure {
  return new Failure('CONNECTION_GONE', {
    phase: 'integration',
    reason: 'this node has no such connection in this stage: it has closed, or has not opened yet',
  })
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
