import { lookUpVariable } from './context-variables.ts'
import { compileExpression, type Expression } from './expression.ts'
import { asText } from './parameter-mappings.ts'
import type { RequestInputs } from './request-inputs.ts'

/** Reads one value of a request; undefined when the request has none. */
export type HttpExpression = Expression<RequestInputs>

/**
 * The values of an HTTP API's mappings (Amazon API Gateway developer guide, "Transform API requests and responses for HTTP
 * APIs"): `$request.header.name`, `$request.querystring.name`, `$request.body[.path]`, `$request.path[.name]`,
 * `$context.name`, `$stageVariables.name`, several of them inside a text as `${request.header.name}`, or just a text. Null: it
 * begins like one and is none.
 */
export function compileHttpExpression(source: string): HttpExpression | null {
  return compileExpression(source, reference)
}

function reference(text: string): HttpExpression | null {
  const [, root, name = ''] =
    /^(request\.header|request\.querystring|request\.body|request\.path|context|stageVariables)(?:\.(.+))?$/s.exec(
      text,
    ) ?? []
  switch (root) {
    case 'request.header':
      return name === '' ? null : (inputs) => inputs.headers.get(name.toLowerCase())?.values.join(',')
    case 'request.querystring':
      return name === '' ? null : (inputs) => joined(inputs.queryValues(name))
    case 'request.body':
      return name === ''
        ? ({ body }) => (body === '' ? undefined : body)
        : (inputs) => asText(inputs.bodyAt(`$.${name}`))
    case 'request.path':
      return name === ''
        ? ({ context }) => context.path
        : ({ context }) => context.pathParameter(name.replace(/\+$/, ''))
    case 'context':
      return name === '' ? null : (inputs) => lookUpVariable(inputs.variables, name)
    case 'stageVariables':
      return name === '' ? null : (inputs) => inputs.stageVariables[name]
    default:
      return null
  }
}

function joined(values: readonly string[]): string | undefined {
  return values.length === 0 ? undefined : values.join(',')
}
