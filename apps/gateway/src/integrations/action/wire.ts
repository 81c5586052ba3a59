import { parameterInvalid } from './parameter-invalid.ts'

/** Parameter of an action → its value as text. */
export type Values = ReadonlyMap<string, string>

/** What is sent to a service: below its address, before it is signed. */
export interface Sent {
  readonly method: 'GET' | 'POST'
  /** Path and query. */
  readonly target: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Buffer | null
}

/** How the text of a parameter becomes its member. */
type Read = (value: string, name: string) => unknown

/** An action of a service with Amazon's JSON protocol: named in a header, its parameters an object. */
export function jsonAction(
  target: string,
  version: '1.0' | '1.1',
  make: (values: Values) => unknown,
): (values: Values) => Sent {
  return (values) => ({
    method: 'POST',
    target: '/',
    headers: [
      ['X-Amz-Target', target],
      ['Content-Type', `application/x-amz-json-${version}`],
    ],
    body: Buffer.from(JSON.stringify(make(values))),
  })
}

/** Parameters as members: those named in `reads` by its word, the others as text. */
export function members(
  values: Values,
  reads: Readonly<Record<string, Read | undefined>> = {},
): Record<string, unknown> {
  return Object.fromEntries(
    Array.from(
      values,
      ([name, value]) =>
        [name, ((Object.hasOwn(reads, name) ? reads[name] : undefined) ?? asGiven)(value, name)] as const,
    ),
  )
}

const asGiven: Read = (value) => value

/** Text that is no number goes as it is, for the service to refuse. */
export function numberIn(value: string): number | string {
  return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value
}

/** Amazon's JSON protocol has times in seconds since the epoch. */
export function timeIn(value: string): number | string {
  const at = Date.parse(value)
  return /^\d+(\.\d+)?$/.test(value) || Number.isNaN(at) ? numberIn(value) : at / 1000
}

/** A list written as JSON, or with commas. */
export function listIn(value: string): unknown[] {
  const parsed = parse(value)
  if (Array.isArray(parsed)) return parsed
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** A map written as JSON. Throws ACTION_PARAMETER_INVALID. */
export function mapIn(value: string, name: string): object {
  const parsed = parse(value)
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed
  throw parameterInvalid(name, `${name} is no JSON object`)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
