import { AppError, type ErrorCode, catalog, type Problem } from '@penstock/errors'

export interface Client {
  readonly url: string
  /** Sends JSON and reads JSON, or undefined where there is nothing to tell. A problem document becomes the `AppError` that the server threw. */
  json<T>(method: string, path: string, body?: unknown): Promise<T>
  /** Sends a document as it is (YAML or JSON). */
  upload<T>(method: string, path: string, document: string): Promise<T>
  text(path: string): Promise<string>
}

export interface ClientOptions {
  readonly url: string
  readonly token: string | undefined
  readonly signal: AbortSignal
}

/** The REST API of the control plane, as `GET /api/v1/openapi.json` describes it. */
export function createClient({ url, token, signal }: ClientOptions): Client {
  const call = async (method: string, path: string, body?: string, type?: string) => {
    const headers: Record<string, string> = { accept: 'application/json' }
    if (token) headers['authorization'] = `Bearer ${checkedToken(token)}`
    if (type) headers['content-type'] = type
    const response = await fetch(addressOf(path, url), { method, headers, body: body ?? null, signal }).catch(
      (cause: unknown) => {
        if (signal.aborted) throw cause
        throw new AppError('SERVER_UNREACHABLE', { params: { url }, cause })
      },
    )
    if (!response.ok) throw await problemOf(response)
    return response
  }
  return {
    url,
    json: async <T>(method: string, path: string, body?: unknown) => {
      const response = await call(
        method,
        path,
        body === undefined ? undefined : JSON.stringify(body),
        body === undefined ? undefined : 'application/json',
      )
      return (response.status === 204 ? undefined : await response.json()) as T
    },
    upload: async <T>(method: string, path: string, document: string) => {
      const type = /^\s*\{/.test(document) ? 'application/json' : 'application/yaml'
      return (await (await call(method, path, document, type)).json()) as T
    },
    text: async (path) => (await call('GET', path)).text(),
  }
}

/** No header could carry anything else, and the program that sends it would not say what it stumbled over. */
function checkedToken(token: string): string {
  const at = token.search(/[^\x21-\x7e]/)
  if (at < 0) return token
  const code = token.codePointAt(at)!.toString(16).toUpperCase().padStart(4, '0')
  throw new AppError('INVALID_INPUT', {
    params: {
      reason: `The token is malformed: its character ${at + 1} is U+${code}, which no token has. Copy it again, for --token or PENSTOCK_TOKEN.`,
    },
  })
}

function addressOf(path: string, url: string): URL {
  if (URL.canParse(url) && /^https?:/.test(url)) return new URL(path, url)
  throw new AppError('INVALID_INPUT', {
    params: {
      reason: `"${url}" is no address of a control plane. It is something like http://127.0.0.1:9000.`,
    },
  })
}

async function problemOf(response: Response): Promise<AppError> {
  const body = await response.text()
  const problem = parseProblem(body)
  if (!problem) return new AppError('INTERNAL', { internal: `${response.status} ${body.slice(0, 500)}` })
  const error = new AppError(problem.code, { details: problem.details })
  error.message = problem.title
  return error
}

function parseProblem(body: string): Problem | undefined {
  try {
    const value = JSON.parse(body) as Partial<Problem>
    return isCode(value.code) && typeof value.title === 'string' ? (value as Problem) : undefined
  } catch {
    return undefined
  }
}

function isCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && code in catalog
}
