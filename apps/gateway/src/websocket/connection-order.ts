import { clientAddressOf } from '../dialects/forwarded.ts'
import { headerValue } from '../headers.ts'
import type { Connection } from './connection.ts'
import type { Connections } from './connections.ts'

/** What is to be done with an open connection of a stage: sent to, told of, or closed. */
export interface ConnectionOrder {
  readonly api: string
  readonly stage: string
  readonly id: string
  readonly method: 'POST' | 'GET' | 'DELETE'
  /** What is sent. */
  readonly text: string
}

export interface ConnectionAnswer {
  readonly status: number
  readonly json: string | null
}

/** Null: the connection is not among these, or closed meanwhile. */
export function carryOut(
  connections: Connections,
  { api, stage, id, method, text }: ConnectionOrder,
): ConnectionAnswer | null {
  const connection = connections.find(api, stage, id)
  if (connection === undefined) return null
  if (method === 'GET') return { status: 200, json: JSON.stringify(told(connection)) }
  if (method === 'DELETE') {
    connection.close(1000, 'Closed by the API')
    return { status: 204, json: null }
  }
  // Whether the client reads it is not waited for: the caller would be held up by whom it speaks to.
  return connection.send(text) === null ? null : { status: 200, json: null }
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
