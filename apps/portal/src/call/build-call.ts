import type { Parameter } from '../openapi/read.ts'
import type { Call } from '../samples/call.ts'
import type { Credential } from './credentials.ts'
import { headerValue, pathValue, queryPairs } from './serialise-parameter.ts'

export interface CallParts {
  readonly baseUrl: string
  readonly method: string
  /** As described: `/repos/{owner}`. */
  readonly path: string
  readonly parameters: readonly Parameter[]
  /** What was typed, by `parameterKey`. */
  readonly values: Readonly<Record<string, string>>
  readonly credentials: readonly Credential[]
  /** One `Name: value` a line. */
  readonly moreHeaders: string
  readonly body: { readonly mediaType: string; readonly text: string } | null
}

export interface BuiltCall extends Call {
  /** What follows the stage: the path with its query. */
  readonly target: string
}

export function parameterKey({ place, name }: Pick<Parameter, 'place' | 'name'>): string {
  return `${place} ${name}`
}

/** The call that a filled-in form stands for. Parts of the path that are still empty stay as `{name}`. */
export function buildCall(parts: CallParts): BuiltCall {
  const { parameters, values, credentials, body } = parts
  const typed = (place: Parameter['place']) =>
    parameters.flatMap((parameter) => {
      const text = values[parameterKey(parameter)] ?? ''
      return parameter.place === place && text !== '' ? [{ parameter, text }] : []
    })
  let path = parts.path
  for (const { parameter, text } of typed('path'))
    path = path.replaceAll(`{${parameter.name}}`, () => pathValue(parameter, text))
  const query = [
    ...typed('query').flatMap(({ parameter, text }) => queryPairs(parameter, text)),
    ...credentials.flatMap((credential) => credential.query),
  ].map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
  const cookies = [
    ...typed('cookie').map(({ parameter, text }) => [parameter.name, headerValue(parameter, text)] as const),
    ...credentials.flatMap((credential) => credential.cookies),
  ].map(([name, value]) => `${name}=${value}`)
  const headers: (readonly [string, string])[] = [
    ...credentials.flatMap((credential) => credential.headers),
    ...typed('header').map(({ parameter, text }) => [parameter.name, headerValue(parameter, text)] as const),
    ...(cookies.length > 0 ? [['cookie', cookies.join('; ')] as const] : []),
    ...(body ? [['content-type', body.mediaType] as const] : []),
  ]
  for (const header of readHeaders(parts.moreHeaders)) {
    const index = headers.findIndex(([name]) => name.toLowerCase() === header[0].toLowerCase())
    if (index < 0) headers.push(header)
    else headers[index] = header
  }
  const target = path + (query.length > 0 ? `?${query.join('&')}` : '')
  return { method: parts.method, url: parts.baseUrl + target, target, headers, body: body?.text ?? null }
}

/** Lines of `Name: value`. What was typed here wins over what the form says. */
function readHeaders(text: string): (readonly [string, string])[] {
  return text.split('\n').flatMap((line) => {
    const at = line.indexOf(':')
    const name = line.slice(0, at).trim()
    return at > 0 && name !== '' ? [[name, line.slice(at + 1).trim()] as const] : []
  })
}

/** Parameters that have to be filled in and are not. */
export function missingParameters(parts: Pick<CallParts, 'parameters' | 'values'>): Parameter[] {
  return parts.parameters.filter(
    (parameter) => parameter.required && (parts.values[parameterKey(parameter)] ?? '') === '',
  )
}
