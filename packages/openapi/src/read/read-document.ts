import { AppError } from '@penstock/errors'
import type { Diagnostic, JsonObject } from '@penstock/model'
import { load } from 'js-yaml'
import { isObject } from '../json.ts'
import { checkShape } from './check-shape.ts'
import { jsonProblem, type SyntaxProblem, yamlProblem } from './syntax-problem.ts'
import { yamlSchema } from './yaml-schema.ts'

/** How much of a document is read before it is refused. */
export interface ReadLimits {
  /** Of the text as UTF-8. */
  readonly bytes: number
  /** Nodes after YAML aliases are expanded. */
  readonly nodes: number
  /** Nesting of objects and arrays. */
  readonly depth: number
}

export const defaultLimits: ReadLimits = { bytes: 64 * 1024 * 1024, nodes: 5_000_000, depth: 400 }

export type ReadResult =
  | { readonly document: JsonObject; readonly diagnostics: readonly [] }
  | { readonly document: null; readonly diagnostics: readonly Diagnostic[] }

/**
 * The one way from text to a JSON object: JSON when it is, else YAML 1.2. Nothing is fetched. Throws IMPORT_TOO_LARGE
 * and IMPORT_TOO_COMPLEX; everything else that is wrong comes back as a located diagnostic.
 */
export function readDocument(source: string, limits: ReadLimits = defaultLimits): ReadResult {
  if (source.length > limits.bytes || Buffer.byteLength(source) > limits.bytes) {
    const size = `${Math.ceil(Buffer.byteLength(source) / 1048576)} MB`
    throw new AppError('IMPORT_TOO_LARGE', {
      params: { size, limit: `${Math.round(limits.bytes / 1048576)} MB` },
    })
  }
  const text = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source
  const json = parseJson(text)
  if (json.ok) return accept(json.value, { ...limits, nodes: Number.POSITIVE_INFINITY })
  try {
    return accept(
      load(text, { schema: yamlSchema, maxDepth: limits.depth, maxTotalMergeKeys: 200_000 }),
      limits,
    )
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown
    // A text that begins like JSON is meant to be JSON: its own parser says best what is wrong with it.
    if (/^\s*\{\s*["}]/.test(text)) return refuse(syntaxError(jsonProblem(text, json.error)))
    return refuse(syntaxError(yamlProblem(thrown)))
  }
}

function accept(value: unknown, limits: ReadLimits): ReadResult {
  const found = checkShape(value, limits)
  if (found) return refuse(found)
  if (isObject(value)) return { document: value, diagnostics: [] }
  return refuse({
    code: 'document-not-object',
    severity: 'error',
    message:
      'Invalid OpenAPI input. An API description is an object with "openapi" or "swagger" at its root.',
    location: { pointer: '' },
  })
}

function refuse(diagnostic: Diagnostic): ReadResult {
  return { document: null, diagnostics: [diagnostic] }
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false; error: unknown } {
  if (!/^\s*[[{]/.test(text)) return { ok: false, error: undefined }
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    return { ok: false, error }
  }
}

function syntaxError({ message, line, column }: SyntaxProblem): Diagnostic {
  return {
    code: 'syntax',
    severity: 'error',
    message: `Invalid OpenAPI input. ${message}`,
    location: line !== undefined && column !== undefined ? { line, column } : { pointer: '' },
  }
}
