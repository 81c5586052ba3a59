import { inspectPath, inspectRequestSchema, type InspectRequest } from '@penstock/bundle'
import { answer } from '../answer.ts'
import { Failure } from '../failure.ts'
import { headerValue } from '../headers.ts'
import { readBody } from '../read-body.ts'
import type { RequestContext } from '../request-context.ts'
import type { Runtime } from '../runtime.ts'
import { inspect, type Run } from './inspect.ts'
import type { InspectedContent } from './inspected-content.ts'

/** Ten megabytes of a body, as base64, and what stands around it. */
const requestLimit = 16 * 1024 * 1024

/**
 * Answers `inspectPath` to whoever shows the control plane's token; null for every other request, one without the token
 * included, so that nobody else can tell that it is here. Asked only of requests that address no API.
 */
export function inspectEndpoint(
  runtime: Runtime,
  contents: InspectedContent,
  run: Run,
): (context: RequestContext) => Promise<void> | null {
  return (context) => {
    const { request } = context
    if (request.method !== 'POST' || context.targetPath !== inspectPath) return null
    const token = /^Bearer (.+)$/i.exec(headerValue(request.headers, 'authorization') ?? '')?.[1]
    if (token === undefined || runtime.current?.inspection?.isShown(token) !== true) return null
    return answerInspection(context, contents, run)
  }
}

async function answerInspection(
  context: RequestContext,
  contents: InspectedContent,
  run: Run,
): Promise<void> {
  const input = parse(await readBody(context, requestLimit))
  const stage = input.content ? await contents.stage(input, input.content) : null
  const gone = new AbortController()
  context.response.onGone(() => gone.abort())
  const inspection = await inspect(input, { run, stage, asking: context.request, gone: gone.signal })
  answer(context, 200, ['Content-Type', 'application/json'], JSON.stringify(inspection), 'untraced')
}

function parse(bytes: Buffer): InspectRequest {
  const malformed = (reason: string) => new Failure('REQUEST_MALFORMED', { phase: 'request', reason })
  let json: unknown
  try {
    json = JSON.parse(bytes.toString('utf8'))
  } catch (cause) {
    throw malformed(`the request to inspect is no JSON: ${(cause as Error).message}`)
  }
  const parsed = inspectRequestSchema.safeParse(json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw malformed(`${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim())
}
