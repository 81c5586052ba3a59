import http from 'node:http'
import { wireRequest } from '../node-server.ts'
import { answerUpgrades } from '../node-sockets.ts'
import type { WireServerOptions } from '../server.ts'

/**
 * A server of node:http that opens WebSockets on the connections that it is given (`connection`), with the opening
 * handshake that was read of them, and does nothing else. It doesn't listen, so that node:http watches no connection of
 * it: what turns out to be none of its business is closed, and a head that node:http refuses as well.
 */
export function createUpgradeServer(options: WireServerOptions): http.Server {
  const server = http.createServer({ maxHeaderSize: options.maxHeaderBytes })
  const close = (request: http.IncomingMessage) => request.socket.destroy()
  server.on('request', close)
  server.on('checkContinue', close)
  server.on('checkExpectation', close)
  server.on('clientError', (_, socket) => socket.destroy())
  answerUpgrades(server, options.sockets, wireRequest)
  return server
}
