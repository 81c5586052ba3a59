import { canonicalJson, type Json, type JsonObject, type Method } from '@penstock/model'
import { type BuildContext, warning } from '../context.ts'
import { defined } from '../defined.ts'
import { byText } from '../order.ts'
import { bodyText, exampleValue } from './body.ts'
import { type Tracked, Tracker, stillHolds } from './tracked.ts'
import { follow } from './follow.ts'
import { isObject } from '../is-object.ts'

/** What a mocked method answers: one status and media type. */
export interface Example {
  readonly status: number
  readonly contentType: string | null
  readonly body: string | null
  readonly headers?: Record<string, string>
}

/** Something wrong with one response; which method it is about is said when it is reported. */
interface Problem {
  readonly code: string
  readonly message: string
  readonly path: readonly string[]
}

interface Kept {
  readonly dialect: string | undefined
  readonly examples: Tracked<Example[]>
  readonly problems: readonly Problem[]
}

type Responses = NonNullable<Method['responses']>

const kept = new WeakMap<Responses, Kept>()
const none: Responses = {}

/** Reads the examples of methods; a method whose responses and models did not change since the last build costs a few lookups. */
export function exampleReader(context: BuildContext): (method: Method) => readonly Example[] {
  const { definition, api } = context
  return (method) => {
    const responses = method.responses ?? none
    let entry = kept.get(responses)
    if (!entry || entry.dialect !== api.dialect || !stillHolds(entry.examples, definition)) {
      const reader = new ResponseReader(context)
      const value = reader.read(responses)
      entry = {
        dialect: api.dialect,
        examples: { value, uses: reader.tracker.uses },
        problems: reader.problems,
      }
      kept.set(responses, entry)
    }
    for (const { code, message, path } of entry.problems)
      context.report(warning(code, message, { record: method.id, path }))
    return entry.examples.value
  }
}

class ResponseReader {
  readonly tracker: Tracker
  readonly problems: Problem[] = []
  private readonly context: BuildContext

  constructor(context: BuildContext) {
    this.context = context
    this.tracker = new Tracker(context.definition)
  }

  /** First what a call gets: the first 2xx, else `default`, else an empty 200. Then the other responses by status. */
  read(responses: Responses): Example[] {
    const statuses = Object.keys(responses).sort(
      (a, b) => Number(!isSuccess(a)) - Number(!isSuccess(b)) || byText(a, b),
    )
    const success = statuses[0] !== undefined && isSuccess(statuses[0])
    const found: Example[] = []
    for (const status of statuses) {
      const number = status === 'default' ? (success ? undefined : 200) : statusNumber(status)
      if (number === undefined) continue
      const examples = this.ofResponse(number, responses[status]!, ['responses', status])
      if (status === 'default') found.unshift(...examples)
      else found.push(...examples)
    }
    if (!success && !('default' in responses)) found.unshift({ status: 200, contentType: null, body: null })
    return found
  }

  private ofResponse(status: number, written: JsonObject, path: readonly string[]): Example[] {
    const response = follow(written, this.tracker)
    if (!response) {
      const message = `The response ${status} leads nowhere; it is mocked without a body.`
      this.problems.push({ code: 'dangling-ref', message, path })
    }
    const headers = exampleHeaders(response?.['headers'], this.tracker)
    const content =
      isObject(response?.['content']) && status !== 204 && status !== 304 ? response['content'] : {}
    const types = Object.keys(content).sort((a, b) => Number(!isJson(a)) - Number(!isJson(b)) || byText(a, b))
    if (types.length === 0) return [defined({ status, contentType: null, body: null, headers })]
    return types.map((type) => {
      const media = isObject(content[type]) ? content[type] : {}
      const value = exampleValue(media, type, this.tracker, this.context, (problem) => {
        const message = `No example can be made from the schema of ${type}: ${problem}`
        this.problems.push({ code: 'schema-not-sampled', message, path: [...path, 'content', type] })
      })
      const contentType = type.includes('*') ? 'application/octet-stream' : type
      return defined({ status, contentType, body: bodyText(value, type), headers })
    })
  }
}

/** Only headers for which the description gives a value. */
function exampleHeaders(headers: Json | undefined, tracker: Tracker): Record<string, string> | undefined {
  if (!isObject(headers)) return undefined
  const values: [string, string][] = []
  for (const name of Object.keys(headers).sort(byText)) {
    const header = follow(headers[name], tracker)
    const schema = isObject(header?.['schema']) ? header['schema'] : undefined
    const value = header?.['example'] ?? schema?.['example'] ?? schema?.['default']
    if (value === undefined || /^content-(type|length|encoding)$/i.test(name)) continue
    const text = typeof value === 'string' ? value : canonicalJson(value)
    if (!/[\r\n\0]/.test(text) && /^[\w!#$%&'*+.^`|~-]+$/.test(name)) values.push([name, text])
  }
  return values.length ? Object.fromEntries(values) : undefined
}

function isSuccess(status: string): boolean {
  return /^2(\d\d|XX)$/i.test(status)
}

function statusNumber(status: string): number | undefined {
  if (/^[1-5]XX$/i.test(status)) return Number(status[0]) * 100
  return /^[2-5]\d\d$/.test(status) ? Number(status) : undefined
}

function isJson(type: string): boolean {
  return /^application\/json\b/i.test(type)
}
