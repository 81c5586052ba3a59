import { evaluateJsonPath } from '@penstock/template'
import { headerValues, type RawHeaders } from '../headers.ts'
import { lookUpVariable } from './context-variables.ts'
import { type Change, compileEdits, editHeaders, type Edits } from './edits.ts'
import { compileExpression, type Expression } from './expression.ts'
import { asText } from './parameter-mappings.ts'
import { HeaderLines } from '../wire/header-lines.ts'
import type { RequestInputs } from './request-inputs.ts'
import type { UpstreamAnswer } from '../upstream/call-upstream.ts'

/** An integration's answer as mappings read it. */
interface MappedFrom {
  readonly inputs: RequestInputs
  readonly headers: readonly string[]
  readonly body: string
}

const phase = 'integration response'

/**
 * What an HTTP API changes of the answers of its integrations, by their status (aws-semantics §1.5). The answer is held
 * whole: a source may read its body, and a changed status may allow none.
 */
export class ResponseEdits {
  readonly #byStatus: ReadonlyMap<number, Edits<MappedFrom>>

  constructor(byStatus: Readonly<Record<string, Readonly<Record<string, string>>>>) {
    const found = new Map<number, Edits<MappedFrom>>()
    for (const [status, parameters] of Object.entries(byStatus)) {
      const edits = compileEdits(parameters, compileSource, phase)
      if (edits !== null) found.set(Number(status), edits)
    }
    this.#byStatus = found
  }

  /** Status and headers of the answer that is sent. Throws MAPPING_FAILED. */
  apply(inputs: RequestInputs, answered: UpstreamAnswer): { status: number; headers: RawHeaders } {
    const { stage, inspector } = inputs.context
    const from = { inputs, headers: answered.headers, body: answered.body.toString('utf8') }
    const changes = this.#byStatus.get(answered.status)?.changes(from) ?? []
    for (const { expression, name, place, value } of changes)
      if (place === 'header') inspector?.mapped(expression, 'header', name, [value])
    const headers = new HeaderLines([...answered.headers])
    stage?.dialect.proxyHeaders(headers)
    editHeaders(headers, changes, phase)
    return { status: statusOf(changes) ?? answered.status, headers: headers.added }
  }
}

/** Amazon takes whole numbers of this range and ignores others. */
function statusOf(changes: readonly Change[]): number | undefined {
  const value = changes.find(({ place }) => place === 'statuscode')?.value
  return value !== undefined && /^[2-5]\d\d$/.test(value) ? Number(value) : undefined
}

/** `$response.header.a`, `$response.body.b`, `$context.c`, `$stageVariables.d`, a text, or several in `${…}`. */
function compileSource(source: string): Expression<MappedFrom> | null {
  return compileExpression(source, reference)
}

function reference(text: string): Expression<MappedFrom> | null {
  const [, root, name = ''] =
    /^(response\.header|response\.body|context|stageVariables)(?:\.(.+))?$/s.exec(text) ?? []
  if (root === 'response.body')
    return ({ body }) => (name === '' ? body : asText(evaluateJsonPath(jsonOf(body), `$.${name}`)))
  if (name === '') return null
  if (root === 'response.header')
    return ({ headers }) => {
      const values = headerValues(headers, name.toLowerCase())
      return values.length === 0 ? undefined : values.join(',')
    }
  if (root === 'context') return ({ inputs }) => lookUpVariable(inputs.variables, name)
  return root === 'stageVariables' ? ({ inputs }) => inputs.stageVariables[name] : null
}

/** An answer that is no JSON has no members. */
function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body) as unknown
  } catch {
    return undefined
  }
}
