import type { RawHeaders } from '../headers.ts'
import type { WireRequest } from './server.ts'

/**
 * WebSockets as the gateway sees them. node-sockets.ts implements them on node:http and ws; another core replaces that
 * one file.
 */
export interface WireSocket {
  /** Whether it is open still: what is sent after that is lost. */
  readonly isOpen: boolean
  /** What was sent and has not left for the client yet. */
  readonly unsentBytes: number
  /** True once it has left, false when it is lost; never rejects. */
  send(text: string): Promise<boolean>
  close(code: number, reason: string): void
  /** Without a word to the other side. */
  terminate(): void
  /** Reads no more until `resume`: whoever sends faster than is worked off has to wait. What was read still comes. */
  pause(): void
  resume(): void
  onText(listener: (text: string) => void): void
  onBinary(listener: () => void): void
  /** Called for pings and pongs, which say only that somebody is there. */
  onSign(listener: () => void): void
  /** Once, whoever closed it. */
  onClosed(listener: (code: number, reason: string) => void): void
}

/** A request that asks for a WebSocket, before it is known whether it gets one. */
export interface WireUpgrade {
  readonly request: WireRequest
  /** Null when the client has gone meanwhile. */
  accept(protocol: string | null): WireSocket | null
  refuse(status: number, headers: RawHeaders, body: Uint8Array): void
}

/** What a server does with requests for WebSockets. */
export interface WireSockets {
  /** Whether this request is one; every other is answered as if it had not asked. */
  isUpgrade(request: WireRequest): boolean
  handle(upgrade: WireUpgrade): void
  /** A message larger than this closes its connection with 1009. */
  readonly messageBytesMax: number
}
