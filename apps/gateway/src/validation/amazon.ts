import type { BundleParameter } from '@penstock/bundle'
import { Failure } from '../failure.ts'
import { headerValue, headerValues, mediaType } from '../headers.ts'
import { readBody } from '../read-body.ts'
import type { RequestContext } from '../request-context.ts'
import { amazonWords } from './amazon-words.ts'
import { brokenRule, reasonOf } from './broken-rule.ts'
import { TooComplex } from './budget.ts'
import type { SchemaSet } from './schema-set.ts'
import type { CompileValidation } from './validator.ts'

/** Media type, or `$default` → key of a schema; null: such bodies pass. */
type Types = ReadonlyMap<string, string | null>

/** Amazon's word for a place; missing parameters are told in the order of these keys (case validator-parameters-and-body). */
const placeNames: Readonly<Record<BundleParameter['in'], string>> = {
  header: 'header',
  path: 'path',
  query: 'querystring',
  cookie: 'cookie',
}

/**
 * Amazon's request validators (aws-semantics §1.7): first that required parameters are there and not blank, then the
 * body against the model of its media type. Their values are never looked at, and a body of a type without a model passes.
 */
export const compileAmazonValidation: CompileValidation = ({ parameters = [], body }, schemas) => {
  const required = parameters
    .map((parameter) => ({ ...parameter, key: `${placeNames[parameter.in]}.${parameter.name}` }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  const types = body && new Map(Object.entries(body.types))
  return (context) => {
    const missing = required.filter((parameter) => isBlank(context, parameter)).map(({ name }) => name)
    if (missing.length > 0) throw parametersFailure(missing)
    return types === undefined ? undefined : checkBody(context, types, schemas)
  }
}

async function checkBody(context: RequestContext, types: Types, schemas: SchemaSet): Promise<void> {
  const given = mediaType(headerValues(context.request.headers, 'content-type').at(-1))
  const key = types.get(given || 'application/json') ?? types.get('$default') ?? null
  if (key === null) return
  const text = (await readBody(context)).toString('utf8')
  let value: unknown
  try {
    value = text.trim() === '' ? {} : JSON.parse(text)
  } catch (cause) {
    throw bodyFailure((cause as Error).message, 'body: JSON')
  }
  try {
    const errors = schemas.check(key, value, text.length)
    if (errors !== null)
      throw bodyFailure(amazonWords(errors), reasonOf(errors.map((error) => brokenRule('body', error))))
  } catch (thrown) {
    if (thrown instanceof TooComplex) throw bodyFailure(thrown.message, thrown.message)
    throw thrown
  }
}

function isBlank(context: RequestContext, parameter: BundleParameter): boolean {
  return (valueOf(context, parameter) ?? '').trim() === ''
}

function valueOf(context: RequestContext, { in: place, name }: BundleParameter): string | undefined {
  if (place === 'header') return headerValue(context.request.headers, name.toLowerCase())
  if (place === 'path') return context.pathParameter(name)
  return new URLSearchParams(context.query).getAll(name).find((value) => value.trim() !== '')
}

function parametersFailure(missing: readonly string[]): Failure {
  const message = `Missing required request parameters: [${missing.join(', ')}]`
  return new Failure('REQUEST_INVALID', {
    phase: 'request',
    reason: message,
    responseType: 'BAD_REQUEST_PARAMETERS',
    awsMessage: message,
  })
}

/** `words` are what `$context.error.validationErrorString` says. */
function bodyFailure(words: string, reason: string): Failure {
  return new Failure('REQUEST_INVALID', {
    phase: 'request',
    reason,
    told: `[${words}]`,
    responseType: 'BAD_REQUEST_BODY',
  })
}
