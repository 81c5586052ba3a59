import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { startPenstock } from '@penstock/testkit'
import { type Row, row } from '../../measure.ts'
import { rest } from '../../rest.ts'
import { deploy } from './deploy-routes.ts'
import { memoryMegabytes, processTree, commandLine } from './process-tree.ts'

const bytes = 5 * 1024 ** 3
const sampleMs = 100
const part = Buffer.alloc(256 * 1024, 'x')

/** Memory of the gateway's processes (PSS), at most, while a body of five gigabytes goes through: up, then down. */
export async function* largeBody(): AsyncGenerator<Row> {
  await using upstream = await listen((socket) => void serve(socket))
  await using penstock = await startPenstock()
  const operation = {
    responses: { 200: { description: 'ok' } },
    'x-amazon-apigateway-integration': { type: 'http_proxy', httpMethod: 'ANY', uri: `${upstream.url}/body` },
  }
  const paths = { '/body': { get: operation, post: operation } }
  const { url } = await deploy(penstock, 'bodies', {
    openapi: '3.0.1',
    info: { title: 'Bodies', version: '1' },
    paths,
  })
  // Amazon's extensions say that it behaves as there, where 10 MB are the most.
  await rest(penstock, 'PUT', '/api/v1/apis/bodies/stages/prod', { limits: { requestBodyBytes: bytes } })
  const gateway = processTree(penstock.pid).filter((pid) => commandLine(pid).includes('gateway'))
  for (const [what, method] of [
    ['is sent', 'POST'],
    ['is answered', 'GET'],
  ] as const) {
    let most = memoryMegabytes(gateway)
    const timer = setInterval(() => {
      most = Math.max(most, memoryMegabytes(gateway))
    }, sampleMs)
    const began = performance.now()
    const passed = await call(`${url}/body`, method)
    const seconds = (performance.now() - began) / 1000
    clearInterval(timer)
    if (passed !== bytes) throw new Error(`${passed} of ${bytes} bytes passed`)
    yield row(`gateway memory while a body of 5 GB ${what}, at most`, 'MB', 100, [most], {
      note: `${(bytes / 1e6 / seconds).toFixed(0)} MB/s`,
    })
  }
}

/** The bytes that arrived, as whoever they were for counted them. */
async function call(url: string, method: 'GET' | 'POST'): Promise<number> {
  const { hostname, port, pathname, host } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port) })
  const length = method === 'POST' ? `Content-Length: ${bytes}\r\n` : ''
  socket.write(`${method} ${pathname} HTTP/1.1\r\nHost: ${host}\r\n${length}Connection: close\r\n\r\n`)
  if (method === 'POST') await send(socket, bytes)
  let head = ''
  let size = 0
  let text = ''
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    let body = chunk
    if (!head.includes('\r\n\r\n')) {
      const at = head.length
      head += chunk.toString('latin1')
      const end = head.indexOf('\r\n\r\n')
      if (end < 0) continue
      body = chunk.subarray(end + 4 - at)
    }
    size += body.length
    if (method === 'POST') text += body.toString('latin1')
  }
  if (!head.startsWith('HTTP/1.1 200')) throw new Error(head.slice(0, 300))
  return method === 'POST' ? Number(text) : size
}

/** Counts what is posted, and answers how much that was; answers a GET with five gigabytes. */
async function serve(socket: Socket): Promise<void> {
  socket.on('error', () => undefined)
  let head = ''
  let size = 0
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    if (head.includes('\r\n\r\n')) size += chunk.length
    else {
      head += chunk.toString('latin1')
      const end = head.indexOf('\r\n\r\n')
      if (end < 0) continue
      size = head.length - end - 4
    }
    if (head.startsWith('GET')) {
      socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${bytes}\r\nConnection: close\r\n\r\n`)
      await send(socket, bytes)
      socket.end()
      return
    }
    if (size < bytes) continue
    socket.end(
      `HTTP/1.1 200 OK\r\nContent-Length: ${String(size).length}\r\nConnection: close\r\n\r\n${size}`,
    )
    return
  }
}

async function send(socket: Socket, size: number): Promise<void> {
  for (let left = size; left > 0; left -= part.length)
    if (!socket.write(left < part.length ? part.subarray(0, left) : part)) await once(socket, 'drain')
}

async function listen(onConnection: (socket: Socket) => void): Promise<AsyncDisposable & { url: string }> {
  const server = createServer(onConnection)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.close()
      await once(server, 'close')
    },
  }
}
