import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { portTaken, shownHost } from '../listening.ts'
import type { WorkerStatus } from '../workers/questions.ts'

export interface AdminOptions {
  readonly adminPort: number
  readonly adminHost: string
  readonly status: () => Promise<WorkerStatus>
}

export interface AdminListener {
  readonly url: string
  close(): Promise<void>
}

/**
 * `/healthz`: the process runs, and what does not work though requests are served. `/readyz`: it has a configuration to serve.
 * `/metrics`: Prometheus text. Throws PORT_IN_USE.
 */
export async function listenAdmin({ adminPort, adminHost, status }: AdminOptions): Promise<AdminListener> {
  const answer = async (path: string | undefined, response: http.ServerResponse) => {
    if (path !== '/healthz' && path !== '/readyz' && path !== '/metrics')
      return send(response, 404, 'There are /healthz, /readyz and /metrics here.\n')
    const { isReady, problem, metrics } = await status()
    if (path === '/healthz') return send(response, 200, problem === null ? 'ok\n' : `ok\n${problem}\n`)
    if (path === '/readyz') return send(response, isReady ? 200 : 503, isReady ? 'ready\n' : 'not ready\n')
    send(response, 200, metrics, 'text/plain; version=0.0.4; charset=utf-8')
  }
  const server = http.createServer((request, response) => {
    answer(request.url?.split('?')[0], response).catch((error: unknown) =>
      send(response, 500, `${String(error)}\n`),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(adminPort, adminHost, () => resolve())
  }).catch(portTaken(adminHost, adminPort, '_ADMIN'))
  return {
    url: `http://${shownHost(adminHost)}:${(server.address() as AddressInfo).port}`,
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
