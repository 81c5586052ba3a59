import http from 'node:http'
import https from 'node:https'
import net from 'node:net'
import { loopbackCertificate } from './loopback-certificate.ts'

/** A server on a free loopback port that is gone when its scope ends. */
export interface Upstream extends AsyncDisposable {
  /** `http://127.0.0.1:port` */
  readonly url: string
  readonly port: number
}

/** What an upstream was asked, as it came. */
export interface SeenRequest {
  readonly method: string
  readonly target: string
  readonly headers: http.IncomingHttpHeaders
  readonly body: string
}

/** An ordinary HTTP upstream. */
export async function httpUpstream(handler: http.RequestListener): Promise<Upstream> {
  const server = http.createServer(handler)
  return await listening(server, () => server.closeAllConnections())
}

/** One that speaks TLS, with a certificate that nobody trusts unless `options` says another. */
export async function tlsUpstream(
  handler: http.RequestListener,
  options: https.ServerOptions = loopbackCertificate,
): Promise<Upstream> {
  const server = https.createServer(options, handler)
  const upstream = await listening(server, () => server.closeAllConnections())
  return { ...upstream, url: upstream.url.replace('http:', 'https:') }
}

/** Answers 200 with what it was asked, as JSON. */
export function echoUpstream(): Promise<Upstream> {
  return httpUpstream((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const seen: SeenRequest = {
        method: request.method ?? '',
        target: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(parts).toString('utf8'),
      }
      const text = JSON.stringify(seen)
      response.writeHead(200, {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(text),
      })
      response.end(text)
    })
  })
}

/** Speaks raw bytes, for everything that no HTTP server would send. */
export async function rawUpstream(onRequest: (socket: net.Socket, count: number) => void): Promise<Upstream> {
  const sockets = new Set<net.Socket>()
  let count = 0
  const server = net.createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    // The gateway may cut the connection at any moment: that is what these upstreams are for.
    socket.on('error', () => socket.destroy())
    socket.on('data', () => onRequest(socket, ++count))
  })
  return await listening(server, () => {
    for (const socket of sockets) socket.destroy()
  })
}

/** Takes the request and never answers. */
export function hangingUpstream(): Promise<Upstream> {
  return rawUpstream(() => undefined)
}

/** Closes without a byte. */
export function droppingUpstream(): Promise<Upstream> {
  return rawUpstream((socket) => socket.destroy())
}

/** Says that `said` bytes follow and sends `sent`; closes afterwards. */
export function lyingUpstream(said: number, sent: number): Promise<Upstream> {
  return rawUpstream((socket) => {
    socket.end(
      `HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: ${said}\r\n\r\n${'x'.repeat(sent)}`,
    )
  })
}

/** Begins a chunked answer and closes in the middle of it. */
export function cutUpstream(): Promise<Upstream> {
  return rawUpstream((socket) =>
    socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n'),
  )
}

/** Answers with something that is not HTTP. */
export function babblingUpstream(): Promise<Upstream> {
  return rawUpstream((socket) => socket.end('220 mail.example ESMTP\r\n'))
}

/** A port at which nothing listens. */
export async function closedPort(): Promise<number> {
  const upstream = await rawUpstream(() => undefined)
  await upstream[Symbol.asyncDispose]()
  return upstream.port
}

function listening(server: net.Server, cut: () => void): Promise<Upstream> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      resolve({
        url: `http://127.0.0.1:${port}`,
        port,
        [Symbol.asyncDispose]: () =>
          new Promise((done) => {
            server.close(() => done())
            cut()
          }),
      })
    })
  })
}
