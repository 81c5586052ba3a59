import { answer } from '../answer.ts'
import type { CompiledStage } from '../compiled-stage.ts'
import { Failure } from '../failure.ts'
import { headerValue } from '../headers.ts'
import { readBody } from '../read-body.ts'
import type { RequestContext } from '../request-context.ts'
import type { Others } from '../workers/questions.ts'
import { carryOut, type ConnectionOrder } from './connection-order.ts'
import type { Connections } from './connections.ts'
import type { ManagementAccess } from './management-access.ts'

export interface ManagementOptions {
  readonly connections: Connections
  readonly others: Others
  readonly access: ManagementAccess
  readonly messageBytesMax: number
}

const jsonHeaders = ['Content-Type', 'application/json']
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
  { connections, others, messageBytesMax }: ManagementOptions,
): Promise<void> {
  const { method } = context.request
  if (method !== 'POST' && method !== 'GET' && method !== 'DELETE')
    throw new Failure('METHOD_NOT_ALLOWED', {
      phase: 'route',
      reason: 'a connection answers POST, GET and DELETE',
      params: { method, path: context.path, allowed: 'POST, GET, DELETE' },
      headers: ['Allow', 'POST, GET, DELETE'],
    })
  const text = method === 'POST' ? (await readBody(context, messageBytesMax)).toString('utf8') : ''
  const order: ConnectionOrder = { api: slug, stage: name, id, method, text }
  const done = carryOut(connections, order) ?? (await others.ask('connection', order))
  if (done === null) throw gone()
  answer(context, done.status, done.json === null ? [] : jsonHeaders, done.json, 'untraced')
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
