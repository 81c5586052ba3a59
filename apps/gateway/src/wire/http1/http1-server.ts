import net, { type Socket } from 'node:net'
import { headerValues, type RawHeaders } from '../../headers.ts'
import { createHttp2Server, preface } from '../http2-server.ts'
import { listenNode } from '../node-server.ts'
import { isHandshake } from '../node-sockets.ts'
import { openServer } from '../open-server.ts'
import type { ListenWire, WireServer } from '../server.ts'
import { headerBlock } from './header-block.ts'
import type { ServerAnswer } from './server-answer.ts'
import { ServerConnection, type ServerShared } from './server-connection.ts'
import { readAsStream, readBuffer, readShared } from './shared-reads.ts'
import { Ticker } from './ticker.ts'
import { createUpgradeServer } from './upgrade-server.ts'

/**
 * The HTTP core in front on our own codec, for plain HTTP/1.1; with a certificate it is node:https. A connection that
 * becomes a WebSocket is given to a server of node:http (upgrade-server.ts), one that begins with HTTP/2 to node:http2.
 */
export const listenHttp1: ListenWire = async (options, handler) => {
  if (options.tls) return await listenNode(options, handler)
  const connections = new Set<ServerConnection>()
  const sockets = new Set<Socket>()
  const upgrades = createUpgradeServer(options)
  const http2 = createHttp2Server(options, handler)
  const ticker = new Ticker(Math.min(options.headTimeoutMs, options.idleTimeoutMs, 1_000), (now) => {
    for (const connection of connections) if (connection.deadline < now) connection.expire()
  })
  /** The socket of a connection that is given away, with what was read of it. */
  const given = (connection: ServerConnection, read: Buffer) => {
    const { socket } = connection
    connections.delete(connection)
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    socket.removeAllListeners('data')
    readAsStream(socket)
    socket.unshift(read)
    return socket
  }
  let unflushed: ServerAnswer[] = []
  const flush = () => {
    const answers = unflushed
    unflushed = []
    for (const answer of answers) answer.flush()
  }
  let isDraining = false
  const shared: ServerShared = {
    options,
    handler,
    ticker,
    get isDraining() {
      return isDraining
    },
    flushLater(answer) {
      if (unflushed.push(answer) === 1) setImmediate(flush)
    },
    isUpgrade: (request) =>
      headerBlock.saysUpgrade &&
      isHandshake(request.method, (name) => joined(request.headers, name)) &&
      options.sockets.isUpgrade(request),
    handOver(connection, read) {
      upgrades.emit('connection', given(connection, read))
    },
    closed: (connection) => connections.delete(connection),
  }
  const server = net.createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    const connection = new ServerConnection(socket, shared)
    connections.add(connection)
    // `close` follows, and says it.
    socket.on('error', () => undefined)
    socket.on('close', () => connection.closed())
    socket.on('end', () => connection.end())
    socket.on('drain', () => connection.drained())
    let isNew = true
    const read = (bytes: Buffer, length: number) => {
      if (isNew) {
        isNew = false
        if (beginsHttp2(bytes, length)) {
          connection.giveAway()
          return http2.take(given(connection, Buffer.from(bytes.subarray(0, length))))
        }
      }
      connection.read(bytes, 0, length)
    }
    const isShared = readShared(socket, (length) => {
      read(readBuffer, length)
      return true
    })
    if (!isShared) socket.on('data', (chunk: Buffer) => read(chunk, chunk.length))
  })
  const opened = await openServer(server, options)
  ticker.start()
  return {
    port: opened.port,
    async close(graceMs) {
      isDraining = true
      const cut = setTimeout(() => {
        for (const connection of connections) connection.socket.destroy()
        for (const socket of sockets) socket.destroy()
        http2.cut()
      }, graceMs)
      const closed = opened.close()
      for (const connection of connections) connection.drain()
      http2.drain()
      await closed
      clearTimeout(cut)
      ticker.stop()
    },
  } satisfies WireServer
}

/** Whoever knows that HTTP/2 is spoken here says so in its first packet. */
function beginsHttp2(bytes: Buffer, length: number): boolean {
  return length >= preface.length && bytes.compare(preface, 0, preface.length, 0, preface.length) === 0
}

/** All lines of a header as one, as node:http has them: what may occur once and comes twice is nothing that is known. */
function joined(headers: RawHeaders, name: string): string | undefined {
  const values = headerValues(headers, name)
  return values.length === 0 ? undefined : values.join(', ')
}
