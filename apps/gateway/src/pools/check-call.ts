import type { BundleHealthCheck } from '@penstock/bundle'
import type { UpstreamCall, UpstreamHandler, WireClient } from '../wire/client.ts'
import type { HeaderLines } from '../wire/header-lines.ts'
import type { UpstreamTls } from '../wire/upstream-tls.ts'

/** Of an answer's body, which nobody wants, to keep its connection. */
const bodyMax = 64 * 1024

export interface CheckRequest {
  /** `http://host:port` */
  readonly origin: string
  /** What the target is called by. */
  readonly host: string
  readonly rules: BundleHealthCheck
  readonly tls: UpstreamTls
}

/** One check of a target: `told` hears once why it failed, or null; nothing once it was aborted. */
export class CheckCall implements UpstreamHandler {
  readonly #rules: BundleHealthCheck
  readonly #call: UpstreamCall
  #told: ((error: string | null) => void) | null
  #received = 0

  constructor(
    client: WireClient,
    { origin, host, rules, tls }: CheckRequest,
    told: (error: string | null) => void,
  ) {
    this.#rules = rules
    this.#told = told
    const { path, method, timeoutMs } = rules
    const headers = ['Host', host, 'User-Agent', 'Penstock-HealthCheck', 'Accept', '*/*']
    this.#call = client.send({ origin, path, method, headers, body: null, timeoutMs, tls }, this)
  }

  head(status: number, _headers: HeaderLines): void {
    const { statuses } = this.#rules
    const isWell = statuses ? statuses.includes(status) : status >= 200 && status < 400
    this.#tell(isWell ? null : `answered ${status}`)
  }

  data(chunk: Uint8Array): boolean {
    this.#received += chunk.length
    if (this.#received > bodyMax) this.abort()
    return true
  }

  end(): void {}

  error(error: Error): void {
    this.#tell(error.message)
  }

  abort(): void {
    this.#told = null
    this.#call.abort()
  }

  #tell(error: string | null): void {
    const told = this.#told
    this.#told = null
    told?.(error)
  }
}
