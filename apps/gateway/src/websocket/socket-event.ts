/** What happens to a connection, as the integration of its route hears of it. */
export interface SocketEvent {
  readonly type: 'CONNECT' | 'MESSAGE' | 'DISCONNECT'
  readonly routeKey: string
  readonly connectionId: string
  /** Milliseconds since the epoch. */
  readonly connectedAt: number
  /** Of a message; null for the others. */
  readonly messageId: string | null
  /** How the connection ended; null while it has not. */
  readonly closed: { readonly code: number; readonly reason: string } | null
}
