import http from 'node:http'
import https from 'node:https'
import type { Socket } from 'node:net'
import { type DirectCall, type Excerpt, excerptLimit } from '@penstock/bundle'
import { headerValue, type RawHeaders, removeHeader } from '../headers.ts'
import { BodyRecorder } from '../inspection/excerpt.ts'
import { hide, secretsIn } from '../inspection/mask.ts'
import { classifyUpstreamError } from '../upstream/classify-error.ts'
import { type UpstreamRequest, UpstreamTimeoutError } from '../wire/client.ts'
import { eventOf } from './failed-call.ts'
import { hiddenValues, shownHeaders } from './harmless-headers.ts'

/** Whoever asks does not wait longer, however patient the integration is. */
const patienceMs = 30_000
/** More of a body tells nothing. */
const bodyBytesMax = 1024 * 1024

export interface DirectRequest extends Omit<UpstreamRequest, 'body'> {
  readonly body: Buffer
}

/**
 * Makes a call with Node.js's own HTTP client, on a connection of its own: none of the gateway's codec, pools and mappings
 * is in the way, so that what fails here fails without it. Never rejects.
 */
export function callDirectly(request: DirectRequest, gone: AbortSignal): Promise<DirectCall> {
  return new Promise((resolve) => new DirectExchange(request, gone, resolve).begin())
}

class DirectExchange {
  readonly #request: DirectRequest
  readonly #gone: AbortSignal
  readonly #resolve: (call: DirectCall) => void
  readonly #began = performance.now()
  readonly #raw = new BodyRecorder(excerptLimit)
  readonly #body = new BodyRecorder(excerptLimit)
  readonly #times = {
    lookedUpMs: null as number | null,
    connectedMs: null as number | null,
    securedMs: null as number | null,
    firstByteMs: null as number | null,
  }
  #address: string | null = null
  #head: { readonly status: number; readonly headers: readonly string[] } | null = null
  #bodyBytes = 0
  #call: http.ClientRequest | null = null
  #isOver = false

  constructor(request: DirectRequest, gone: AbortSignal, resolve: (call: DirectCall) => void) {
    this.#request = request
    this.#gone = gone
    this.#resolve = resolve
  }

  begin(): void {
    const { timeoutMs } = this.#request
    const waitMs = Math.min(timeoutMs, patienceMs)
    // As for the gateway, the time is that of the head. A body that goes on and on is shown as far as it came.
    const tooLate = () => {
      if (this.#head === null) this.#end(new UpstreamTimeoutError(`no answer within ${waitMs} ms`))
    }
    const late = setTimeout(tooLate, waitMs)
    const enough = setTimeout(() => {
      tooLate()
      this.#end(null)
    }, patienceMs)
    const stop = () => this.#end(new Error('nobody waits for it any longer'))
    this.#gone.addEventListener('abort', stop, { once: true })
    const resolve = this.#resolve
    this.#finished = (call) => {
      clearTimeout(late)
      clearTimeout(enough)
      this.#gone.removeEventListener('abort', stop)
      resolve(call)
    }
    try {
      this.#send()
    } catch (error) {
      this.#end(error as Error)
    }
  }

  #finished: (call: DirectCall) => void = () => undefined

  #send(): void {
    const { origin, path, method, body, tls } = this.#request
    const url = new URL(origin)
    const call = (url.protocol === 'https:' ? https : http).request({
      hostname: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port),
      path,
      method,
      headers: headersOf(this.#request, url.host),
      agent: false,
      ...tls.options,
    } as https.RequestOptions)
    this.#call = call
    call.on('socket', (socket: Socket) => this.#listen(socket))
    call.on('error', (error) => this.#end(error))
    call.on('response', (response) => {
      this.#head = { status: response.statusCode ?? 0, headers: response.rawHeaders }
      response.on('data', (chunk: Buffer) => {
        this.#bodyBytes += chunk.length
        this.#body.add(chunk)
        if (this.#bodyBytes > bodyBytesMax) this.#end(null)
      })
      response.on('error', (error) => this.#end(error))
      response.on('end', () => {
        if (!response.complete) return
        this.#body.end()
        this.#end(null)
      })
    })
    call.end(body.length === 0 ? undefined : body)
  }

  #listen(socket: Socket): void {
    const times = this.#times
    socket.on('lookup', () => (times.lookedUpMs ??= this.#elapsed()))
    socket.on('connect', () => {
      times.connectedMs = this.#elapsed()
      const { remoteAddress = '', remotePort } = socket
      this.#address = `${remoteAddress.includes(':') ? `[${remoteAddress}]` : remoteAddress}:${remotePort}`
    })
    socket.on('secureConnect', () => (times.securedMs = this.#elapsed()))
    // Before the parser, which may refuse it.
    socket.prependListener('data', (chunk: Buffer) => {
      times.firstByteMs ??= this.#elapsed()
      this.#raw.add(chunk)
    })
  }

  #elapsed(): number {
    return Math.round((performance.now() - this.#began) * 100) / 100
  }

  #end(error: Error | null): void {
    if (this.#isOver) return
    this.#isOver = true
    const { origin, timeoutMs } = this.#request
    const secrets = secretsIn(hiddenValues(this.#request))
    // Nothing follows.
    this.#raw.end()
    const failure =
      error && classifyUpstreamError(error, { origin, timeoutMs, answered: this.#head !== null })
    const totalMs = this.#elapsed()
    const shown = (part: Excerpt | null) => part && { ...part, text: hide(part.text, secrets) }
    this.#finished({
      ...this.#times,
      totalMs,
      address: this.#address,
      error: failure && { code: failure.code, event: eventOf(failure), cause: failure.reason },
      status: this.#head?.status ?? null,
      headers: this.#head === null ? [] : shownHeaders(this.#head.headers),
      body: shown(this.#body.excerpt()),
      raw: error === null ? null : shown(this.#raw.excerpt()),
    })
    this.#call?.destroy()
  }
}

/** As the gateway's own codec frames it, on a connection that is not kept. */
function headersOf({ headers, method, body }: DirectRequest, host: string): RawHeaders {
  const sent = [...headers]
  for (const name of ['connection', 'keep-alive', 'content-length']) removeHeader(sent, name)
  if (headerValue(sent, 'host') === undefined) sent.unshift('Host', host)
  if (body.length > 0 || /^(POST|PUT|PATCH)$/.test(method)) sent.push('Content-Length', String(body.length))
  sent.push('Connection', 'close')
  return sent
}
