import { javascriptDefaults } from 'monaco-editor/languages/features/typescript/register'

/** How a function is called: Lambda's proxy events, or what the mapping templates of its integration make. */
export type EventFormat = '1.0' | '2.0' | 'mapped'

/** Has `Handler` and the names that code may use mean what they do for a function that is called so. */
export function setHandlerTypes(format: EventFormat): void {
  javascriptDefaults.addExtraLib(`${shared}\n${events[format]}`, 'file:///penstock/handler.d.ts')
}

const events: Readonly<Record<EventFormat, string>> = {
  '1.0': `
/** A request, in payload format 1.0. */
interface ApiEvent {
  resource: string
  path: string
  httpMethod: string
  /** The last value of each. */
  headers: Record<string, string>
  multiValueHeaders: Record<string, string[]>
  queryStringParameters: Record<string, string> | null
  multiValueQueryStringParameters: Record<string, string[]> | null
  pathParameters: Record<string, string> | null
  stageVariables: Record<string, string> | null
  requestContext: RequestContext & {
    resourceId: string
    resourcePath: string
    httpMethod: string
    path: string
    protocol: string
    extendedRequestId: string
    requestTime: string
    requestTimeEpoch: number
    deploymentId: string
    identity: { sourceIp: string; userAgent: string | null }
  }
  body: string | null
  /** The body is base64: its type is binary. */
  isBase64Encoded: boolean
}
interface ApiResult {
  statusCode: number
  headers?: Record<string, string | number | boolean>
  multiValueHeaders?: Record<string, (string | number | boolean)[]>
  body?: string
  isBase64Encoded?: boolean
}`,
  '2.0': `
/** A request, in payload format 2.0. */
interface ApiEvent {
  version: '2.0'
  routeKey: string
  rawPath: string
  rawQueryString: string
  cookies?: string[]
  /** In lower case; several values of one are joined by commas. */
  headers: Record<string, string>
  queryStringParameters?: Record<string, string>
  requestContext: RequestContext & {
    http: { method: string; path: string; protocol: string; sourceIp: string; userAgent: string }
    routeKey: string
    time: string
    timeEpoch: number
  }
  pathParameters?: Record<string, string>
  stageVariables?: Record<string, string>
  body?: string
  /** The body is base64: its type is binary. */
  isBase64Encoded: boolean
}
/** Anything without a statusCode is the body of an answer with 200. */
type ApiResult = {
  statusCode: number
  headers?: Record<string, string | number | boolean>
  cookies?: string[]
  body?: string
  isBase64Encoded?: boolean
} | string | number | boolean | null | object`,
  mapped: `
/** What the request template of the integration makes. */
type ApiEvent = any
/** What the response templates of the integration are filled with. */
type ApiResult = any`,
}

const shared = `
interface RequestContext {
  accountId: string
  apiId: string
  domainName: string
  domainPrefix: string
  requestId: string
  stage: string
  /** What the authorizer answered. */
  authorizer?: Record<string, any>
}
/** The call, as Lambda tells of it. */
interface FunctionContext {
  functionName: string
  functionVersion: string
  invokedFunctionArn: string
  memoryLimitInMB: string
  awsRequestId: string
  logGroupName: string
  logStreamName: string
  callbackWaitsForEmptyEventLoop: boolean
  getRemainingTimeInMillis(): number
}
type Handler = (event: ApiEvent, context: FunctionContext) => Promise<ApiResult>

/** What a handler that streams writes its answer to: a Writable of Node. */
interface ResponseStream {
  /** False: the caller reads slower than this writes, and there is a 'drain' once there is room. Objects go as JSON. */
  write(chunk: string | Uint8Array | object, ...more: any[]): boolean
  end(chunk?: string | Uint8Array | object, ...more: any[]): this
  destroy(error?: Error): this
  setContentType(type: string): void
  on(event: string, listener: (...values: any[]) => void): this
  once(event: string, listener: (...values: any[]) => void): this
}
/** What an answer that streams begins with. */
interface StreamHead {
  statusCode?: number
  headers?: Record<string, string | number | boolean>
  multiValueHeaders?: Record<string, (string | number | boolean)[]>
  cookies?: string[]
}
/** As on Lambda: for integrations whose response is streamed. */
declare const awslambda: {
  streamifyResponse(
    handler: (event: ApiEvent, responseStream: ResponseStream, context: FunctionContext) => Promise<void>,
    options?: { highWaterMark?: number },
  ): (event: ApiEvent, context: FunctionContext) => Promise<any>
  HttpResponseStream: {
    /** The stream, whose answer begins with this status and these headers. */
    from(responseStream: ResponseStream, head: StreamHead): ResponseStream
  }
}

// What Node has besides the language, without its types, which are megabytes.
declare const console: Record<'log' | 'info' | 'warn' | 'error' | 'debug', (...values: any[]) => void>
declare const process: any, Buffer: any, crypto: any, performance: any, global: any
declare const require: any
declare let module: any, exports: any
declare const __dirname: string, __filename: string
declare const fetch: (url: any, options?: any) => Promise<any>
declare const URL: any, URLSearchParams: any, Headers: any, Request: any, Response: any, FormData: any, Blob: any
declare const TextEncoder: any, TextDecoder: any, AbortController: any, AbortSignal: any, Event: any, EventTarget: any
declare function setTimeout(run: (...values: any[]) => void, milliseconds?: number, ...values: any[]): any
declare function setInterval(run: (...values: any[]) => void, milliseconds?: number, ...values: any[]): any
declare function setImmediate(run: (...values: any[]) => void, ...values: any[]): any
declare function clearTimeout(timer: any): void
declare function clearInterval(timer: any): void
declare function queueMicrotask(run: () => void): void
declare function structuredClone(value: any): any
declare function atob(text: string): string
declare function btoa(text: string): string
declare module '*'
`
