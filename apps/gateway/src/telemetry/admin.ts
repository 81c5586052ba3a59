import http from 'node:http'
import type { AddressInfo } from 'node:net'

export interface AdminOptions {
  readonly port: number
  readonly host: string
  readonly isReady: () => boolean
  /** What does not work, though requests are served; null: all does. */
  readonly problem: () => string | null
  readonly metrics: () => string
}

export interface AdminListener {
  readonly port: number
  close(): Promise<void>
}

/** `/healthz`: the process runs, and what does not work though requests are served. `/readyz`: it has a configuration to serve. `/metrics`: Prometheus text. */
export async function listenAdmin(options: AdminOptions): Promise<AdminListener> {
  const server = http.createServer((request, response) => {
    const path = request.url?.split('?')[0]
    if (path === '/healthz') {
      const problem = options.problem()
      return send(response, 200, problem === null ? 'ok\n' : `ok\n${problem}\n`)
    }
    if (path === '/readyz')
      return options.isReady() ? send(response, 200, 'ready\n') : send(response, 503, 'not ready\n')
    if (path === '/metrics')
      return send(response, 200, options.metrics(), 'text/plain; version=0.0.4; charset=utf-8')
    send(response, 404, 'There are /healthz, /readyz and /metrics here.\n')
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, () => resolve())
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function send(
  response: http.ServerResponse,
  status: number,
  text: string,
  type = 'text/plain; charset=utf-8',
): void {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(text) }).end(text)
}
