import http from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  type Ack,
  ackSchema,
  type HealthReport,
  healthReportSchema,
  type RequestRecord,
  requestBatchSchema,
  type HeldStage,
  type StageState,
} from '@penstock/bundle'

export interface FakeControlPlane extends AsyncDisposable {
  readonly url: string
  readonly bundles: Map<string, Uint8Array>
  readonly stages: Map<string, StageState | HeldStage>
  readonly acks: Ack[]
  readonly requests: RequestRecord[]
  readonly healthReports: HealthReport[]
  /** How often each bundle was fetched. */
  readonly fetched: Map<string, number>
  /** Wants a stage as given, and waits for the ack of that revision. */
  want(stage: StageState | HeldStage): Promise<Ack>
  /** Sends the state again, and waits for its ack. */
  push(): Promise<Ack>
  /** Drops every stream, as a restart does. */
  disconnect(): void
  /** Resolves when `count` request records have come. */
  recorded(count: number): Promise<RequestRecord[]>
}

/** What every state lets inspections show. */
export const inspectionToken = 'inspect'

/** The four calls of a control plane, from memory. */
export async function fakeControlPlane(token: string, errorPages?: string): Promise<FakeControlPlane> {
  const streams = new Set<http.ServerResponse>()
  const bundles = new Map<string, Uint8Array>()
  const stages = new Map<string, StageState | HeldStage>()
  const fetched = new Map<string, number>()
  const acks: Ack[] = []
  const requests: RequestRecord[] = []
  const healthReports: HealthReport[] = []
  const waiting = new Set<() => void>()
  let revision = 0
  const state = () => {
    const inspection = { token: inspectionToken }
    return `event: state\ndata: ${JSON.stringify({ revision, stages: [...stages.values()], errorPages, inspection })}\n\n`
  }

  const serve = async (request: http.IncomingMessage, response: http.ServerResponse) => {
    const path = request.url ?? ''
    if (request.headers.authorization !== `Bearer ${token}`) return void response.writeHead(401).end()
    if (path.startsWith('/gateway/v1/sync')) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' })
      streams.add(response)
      response.on('close', () => streams.delete(response))
      response.write(state())
    } else if (path.startsWith('/gateway/v1/bundles/')) {
      const hash = path.slice('/gateway/v1/bundles/'.length)
      fetched.set(hash, (fetched.get(hash) ?? 0) + 1)
      const bytes = bundles.get(hash)
      response.writeHead(bytes ? 200 : 404).end(bytes)
    } else {
      let text = ''
      for await (const part of request.setEncoding('utf8')) text += String(part)
      if (path === '/gateway/v1/acks') acks.push(ackSchema.parse(JSON.parse(text)))
      else if (path === '/gateway/v1/health') healthReports.push(healthReportSchema.parse(JSON.parse(text)))
      else requests.push(...requestBatchSchema.parse(JSON.parse(text)).requests)
      for (const wake of waiting) wake()
      response.writeHead(204).end()
    }
  }
  const server = http.createServer((request, response) => void serve(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))

  function until<T>(find: () => T | undefined): Promise<T> {
    return new Promise((resolve) => {
      const look = () => {
        const found = find()
        if (found === undefined) return
        waiting.delete(look)
        resolve(found)
      }
      waiting.add(look)
      look()
    })
  }
  function push(): Promise<Ack> {
    revision += 1
    const wanted = revision
    for (const stream of streams) stream.write(state())
    return until(() => acks.find((ack) => ack.revision >= wanted))
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bundles,
    stages,
    acks,
    requests,
    healthReports,
    fetched,
    push,
    want(stage) {
      stages.set(`${stage.api}/${stage.stage}`, stage)
      return push()
    },
    disconnect() {
      for (const stream of streams) stream.destroy()
    },
    recorded: (count) => until(() => (requests.length >= count ? requests : undefined)),
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
