import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Ack, type DesiredState, desiredStateSchema, type HealthReport } from '@penstock/bundle'
import { AppError } from '@penstock/errors'
import { createParser } from 'eventsource-parser'
import { BatchRefused } from '../telemetry/request-log.ts'

const requestsPath = '/gateway/v1/requests'
/** The same batch would be answered the same: it cannot be read, or is too large. */
const refusals: ReadonlySet<number> = new Set([400, 413, 422])

export interface ControlPlaneOptions {
  /** `http://127.0.0.1:9000` */
  readonly url: string
  readonly node: string
  /** Read anew for each call, since the server may write it after the gateway has started. */
  readonly token: () => Promise<string | null>
}

/** The calls of @penstock/bundle's sync.ts. */
export class ControlPlane {
  readonly #options: ControlPlaneOptions

  constructor(options: ControlPlaneOptions) {
    this.#options = options
  }

  /** Each desired state as it comes, until the stream ends; rejects when it cannot be opened or breaks. */
  async *states(signal: AbortSignal): AsyncGenerator<DesiredState> {
    const path = `/gateway/v1/sync?node=${encodeURIComponent(this.#options.node)}`
    const response = await this.#call(path, { signal, headers: { Accept: 'text/event-stream' } })
    const states: string[] = []
    const parser = createParser({
      onEvent: ({ event, data }) => {
        if (event === 'state') states.push(data)
      },
    })
    const decoder = new TextDecoder()
    for await (const chunk of response.body ?? []) {
      parser.feed(decoder.decode(chunk, { stream: true }))
      // Only the newest counts: each is the whole state.
      const newest = states.splice(0).at(-1)
      if (newest !== undefined) yield desiredStateSchema.parse(JSON.parse(newest))
    }
  }

  async bundle(hash: string): Promise<Uint8Array> {
    const response = await this.#call(`/gateway/v1/bundles/${encodeURIComponent(hash)}`, {
      signal: AbortSignal.timeout(60_000),
    })
    return new Uint8Array(await response.arrayBuffer())
  }

  async ack(ack: Ack): Promise<void> {
    await this.#post('/gateway/v1/acks', JSON.stringify(ack))
  }

  /** A RequestBatch as JSON. Rejects with BatchRefused when to send it again would not help. */
  async requests(batch: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.#post(requestsPath, batch)
  }

  async health(report: HealthReport): Promise<void> {
    await this.#post('/gateway/v1/health', JSON.stringify(report))
  }

  async #post(path: string, body: string | Uint8Array<ArrayBuffer>): Promise<void> {
    const response = await this.#call(path, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/json' },
      signal: AbortSignal.timeout(10_000),
    })
    await response.arrayBuffer()
  }

  async #call(path: string, init: RequestInit): Promise<Response> {
    const token = await this.#options.token()
    const headers = new Headers(init.headers)
    if (token !== null) headers.set('Authorization', `Bearer ${token}`)
    const response = await fetch(new URL(path, this.#options.url), { ...init, headers })
    if (response.ok) return response
    await response.body?.cancel()
    if (response.status === 404 && path.startsWith('/gateway/v1/bundles/'))
      throw new AppError('BUNDLE_NOT_FOUND', { params: { hash: path.slice('/gateway/v1/bundles/'.length) } })
    const message = `${path.split('?')[0]} answered ${response.status}`
    throw path === requestsPath && refusals.has(response.status)
      ? new BatchRefused(message)
      : new Error(message)
  }
}

/** PENSTOCK_GATEWAY_TOKEN, else the file that a server on the same data directory writes. */
export function tokenSource(given: string | undefined, dataDirectory: string): () => Promise<string | null> {
  return async () => {
    if (given !== undefined && given !== '') return given
    try {
      return (await readFile(join(dataDirectory, 'gateway-token'), 'utf8')).trim()
    } catch {
      // Not written yet. The call goes without, is refused, and is tried again.
      return null
    }
  }
}
