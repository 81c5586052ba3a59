import { encodeStrictly } from '../../sigv4/encode.ts'
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

/** An action of a service with Amazon's Query protocol: a form, in which lists and maps are numbered. */
export function queryAction(
  action: string,
  version: string,
  names: Readonly<Record<string, (value: string) => readonly (readonly [string, string])[]>>,
): (values: Values) => Sent {
  return (values) => {
    const form: (readonly [string, string])[] = [
      ['Action', action],
      ['Version', version],
    ]
    for (const [name, value] of values) {
      const own = Object.hasOwn(names, name) ? names[name] : undefined
      form.push(...(own ? own(value) : [[name, value] as const]))
    }
    return {
      method: 'POST',
      target: '/',
      headers: [['Content-Type', 'application/x-www-form-urlencoded; charset=utf-8']],
      body: Buffer.from(
        form.map(([name, value]) => `${encodeStrictly(name)}=${encodeStrictly(value)}`).join('&'),
      ),
    }
  }
}

/** Parameters under other names, those that have no value left out. */
export function renamed(values: Values, names: Readonly<Record<string, string>>): Record<string, string> {
  const out: Record<string, string> = {}
  for (const [from, to] of Object.entries(names)) {
    const value = values.get(from)
    if (value !== undefined) out[to] = value
  }
  return out
}

/** A list written as JSON, or with commas. */
export function listOf(value: string): string[] {
  const parsed = parsedOr(value, null)
  if (Array.isArray(parsed)) return parsed.map(textOf)
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** `AttributeName.1=…`, `AttributeName.2=…` */
export function numberedList(name: string): (value: string) => readonly (readonly [string, string])[] {
  return (value) => listOf(value).map((one, index) => [`${name}.${index + 1}`, one] as const)
}

/** A JSON object of objects: `MessageAttribute.1.Name=…`, `MessageAttribute.1.Value.DataType=…`. Throws ACTION_PARAMETER_INVALID. */
export function numberedMap(
  name: string,
  parameter: string,
): (value: string) => readonly (readonly [string, string])[] {
  return (value) => {
    const map = parsedOr(value, null)
    if (typeof map !== 'object' || map === null || Array.isArray(map))
      throw parameterInvalid(parameter, `${parameter} is no JSON object of attributes`)
    return Object.entries(map).flatMap(([key, members], index) => {
      if (typeof members !== 'object' || members === null)
        throw parameterInvalid(parameter, `${parameter} is no JSON object of attributes`)
      const at = `${name}.${index + 1}`
      const values = Object.entries(members).map(
        ([member, one]) => [`${at}.Value.${member}`, textOf(one)] as const,
      )
      return [[`${at}.Name`, key] as const, ...values]
    })
  }
}

function parsedOr(text: string, otherwise: unknown): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return otherwise
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
