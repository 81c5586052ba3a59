import { createHash } from 'node:crypto'
import { AppError } from '@penstock/errors'
import type { z } from 'zod'
import { JsonCursor } from './json-cursor.ts'
import { type Bundle, bundleFormat, bundleSchema } from './schema.ts'
import { atOnce, type Steps } from './steps.ts'

/** The name of a bundle: SHA-256 of its bytes, base64url. */
export function bundleHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url')
}

/** `loadBundleInSteps` in one go. */
export function loadBundle(bytes: Uint8Array, hash: string): Bundle {
  return atOnce(loadBundleInSteps(bytes, hash))
}

const { routes, integrations, functions, gatewayResponses, schemas, bodies } = bundleSchema.shape

/** Lists and records that grow with an API, and what each of their elements is. */
const large: Readonly<Record<string, z.ZodType>> = {
  routes: routes.element,
  integrations: integrations.element,
  functions: functions.element,
  bodies: bodies.element,
  gatewayResponses: gatewayResponses.valueType,
  schemas: schemas.unwrap().valueType,
}

/**
 * Bytes to a verified bundle. Throws BUNDLE_CORRUPT when they are not what `hash` names or do not follow the schema
 * (a file cut in half, a wrong answer), BUNDLE_TOO_NEW when a newer build wrote them.
 *
 * Each element is checked where it is read, and is kept itself, not the copy that the check makes of it: what lives on has
 * to be moved by collections of garbage, and requests wait for those.
 */
export function* loadBundleInSteps(bytes: Uint8Array, hash: string): Steps<Bundle> {
  const found = yield* hashInSteps(bytes)
  if (found !== hash) throw corrupt(hash, `its content has the hash ${found}`)
  const { value, problem } = yield* parsed(bytes, hash)
  const { format } = value
  if (typeof format === 'number' && format > bundleFormat)
    throw new AppError('BUNDLE_TOO_NEW', { params: { version: format, supported: bundleFormat } })
  if (problem !== null) throw corrupt(hash, problem)
  const wrong = problemOf(bundleSchema, withoutElements(value), [])
  if (wrong !== null) throw corrupt(hash, wrong)
  return value as Bundle
}

/** The same object with its large lists and records empty, where they are such. */
function withoutElements(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const without = { ...value }
  for (const name of Object.keys(large)) {
    const elements = value[name]
    if (Array.isArray(elements)) without[name] = []
    else if (typeof elements === 'object' && elements !== null) without[name] = {}
  }
  return without
}

interface Parsed {
  readonly value: Record<string, unknown>
  /** Of the first element that does not follow its schema: a bundle of a newer format may have such. */
  readonly problem: string | null
}

function* parsed(bytes: Uint8Array, hash: string): Steps<Parsed> {
  const value: Record<string, unknown> = {}
  let problem: string | null = null
  try {
    const cursor = new JsonCursor(yield* decoded(bytes))
    for (const name of cursor.members()) {
      const schema = Object.hasOwn(large, name) ? large[name] : undefined
      if (schema === undefined) value[name] = cursor.value()
      else if (cursor.isArray) {
        const list: unknown[] = (value[name] = [])
        for (const _ of cursor.elements()) {
          const element = cursor.value()
          problem ??= problemOf(schema, element, [name, list.length])
          list.push(element)
          yield
        }
      } else {
        const record: Record<string, unknown> = (value[name] = {})
        for (const key of cursor.members()) {
          const element = cursor.value()
          problem ??= problemOf(schema, element, [name, key])
          put(record, key, element)
          yield
        }
      }
    }
    cursor.end()
  } catch (cause) {
    throw corrupt(hash, 'it is not JSON', cause)
  }
  return { value, problem }
}

/** As JSON.parse does it: whatever the name is, it is a member of the object. */
function put(record: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true })
}

const pieceBytes = 1024 * 1024

function* hashInSteps(bytes: Uint8Array): Steps<string> {
  const hash = createHash('sha256')
  for (let at = 0; at < bytes.byteLength; at += pieceBytes) {
    hash.update(bytes.subarray(at, at + pieceBytes))
    yield
  }
  return hash.digest('base64url')
}

function* decoded(bytes: Uint8Array): Steps<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const parts: string[] = []
  for (let at = 0; at < bytes.byteLength; at += pieceBytes) {
    parts.push(decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: true }))
    yield
  }
  return parts.join('') + decoder.decode()
}

/** What is wrong with a value, where it is; null: nothing. */
function problemOf(schema: z.ZodType, value: unknown, place: readonly PropertyKey[]): string | null {
  const result = schema.safeParse(value)
  if (result.success) return null
  const issue = result.error.issues[0]
  return issue ? `${[...place, ...issue.path].join('.')}: ${issue.message}` : 'it does not follow the schema'
}

function corrupt(hash: string, reason: string, cause?: unknown): AppError {
  return new AppError('BUNDLE_CORRUPT', { params: { hash, reason }, cause })
}
