import type { BundleParameter, BundleValidation } from '@penstock/bundle'
import { Failure } from '../failure.ts'
import { headerValues, mediaType } from '../headers.ts'
import { readBody } from '../read-body.ts'
import type { RequestContext } from '../request-context.ts'
import { TooComplex } from './budget.ts'
import { invalidPlaces, type InvalidPlace } from './invalid-places.ts'
import { ParameterTexts, parameterValue } from './parameter-value.ts'
import { queryPairs, nestedValue } from './query-tree.ts'
import type { ErrorObject } from './schema-engine.ts'
import type { SchemaSet } from './schema-set.ts'
import { Shape } from './shape.ts'
import type { CompileValidation } from './validator.ts'

type Body = NonNullable<BundleValidation['body']>

/** An answer that lists more would help nobody. */
const placesMax = 100

/**
 * Everything that OpenAPI says of a request, and every place that is not so, in one answer: parameters by their styles
 * and schemas, the body by its media type and schema.
 */
export const compileNativeValidation: CompileValidation = ({ parameters = [], body }, schemas) => {
  const checks = parameters.map((parameter) => compileParameter(parameter, schemas))
  return (context) => {
    const texts = new ParameterTexts(context)
    const places = checks.flatMap((check) => check(texts))
    if (body === undefined) return refuse(places, 'BAD_REQUEST_PARAMETERS')
    return checkBody(context, body, schemas).then((inBody) =>
      refuse([...places, ...inBody], places.length > 0 ? 'BAD_REQUEST_PARAMETERS' : 'BAD_REQUEST_BODY'),
    )
  }
}

function compileParameter(
  parameter: BundleParameter,
  schemas: SchemaSet,
): (texts: ParameterTexts) => InvalidPlace[] {
  const { name, schema, required } = parameter
  const where = { in: parameter.in, parameter: name }
  let shape: Shape | null = null
  return (texts) => {
    shape ??= schema === undefined ? new Shape(schemas, []) : Shape.of(schemas, schema)
    let value: unknown
    try {
      value = parameterValue(parameter, texts, shape)
    } catch (cause) {
      return [{ ...where, detail: `must be JSON: ${(cause as Error).message}` }]
    }
    if (value === undefined) return required ? [{ ...where, detail: 'is required' }] : []
    if (schema === undefined) return []
    const errors = judged(schemas, schema, value, texts.context.query.length)
    if (errors === null || fitsAsText(errors, value, texts, parameter, schemas)) return []
    return typeof errors === 'string' ? [{ ...where, detail: errors }] : invalidPlaces(where, errors)
  }
}

/** `7` was read as a number, and the schema takes texts too: it may be the text that is meant. */
function fitsAsText(
  errors: readonly ErrorObject[] | string,
  value: unknown,
  texts: ParameterTexts,
  parameter: BundleParameter,
  schemas: SchemaSet,
): boolean {
  if (typeof errors === 'string' || typeof value === 'string' || typeof value === 'object') return false
  const text = parameterValue(parameter, texts, new Shape(schemas, [{ type: 'string' }]))
  return judged(schemas, parameter.schema ?? '', text, 0) === null
}

async function checkBody(context: RequestContext, body: Body, schemas: SchemaSet): Promise<InvalidPlace[]> {
  const given = headerValues(context.request.headers, 'content-type').at(-1)
  const bytes = await readBody(context)
  if (bytes.length === 0) return body.required ? [{ in: 'body', detail: 'is required' }] : []
  const type = mediaType(given) ?? usualType(body)
  const key = matching(body, type)
  if (key === undefined)
    throw new Failure('MEDIA_TYPE_UNSUPPORTED', {
      phase: 'request',
      reason: `the route describes bodies of ${Object.keys(body.types).join(', ') || 'no type'}`,
      params: { type: type ?? '' },
      // RFC 9110 §15.5.16: what would have been taken.
      headers: ['Accept', Object.keys(body.types).join(', ')],
    })
  if (key === null) return []
  const text = bytes.toString('utf8')
  const value = valueOf(text, type ?? '', key, schemas)
  if (value === undefined) return []
  if (value instanceof SyntaxError)
    return [{ in: 'body', pointer: '#', detail: `must be JSON: ${value.message}` }]
  const errors = judged(schemas, key, value.value, text.length)
  if (errors === null) return []
  return typeof errors === 'string'
    ? [{ in: 'body', pointer: '#', detail: errors }]
    : invalidPlaces({ in: 'body' }, errors)
}

/** JSON and forms can be held against a schema; undefined for other types. */
function valueOf(
  text: string,
  type: string,
  key: string,
  schemas: SchemaSet,
): { value: unknown } | SyntaxError | undefined {
  if (/[/+]json$/.test(type)) {
    try {
      return { value: JSON.parse(text) }
    } catch (cause) {
      return cause as SyntaxError
    }
  }
  if (type !== 'application/x-www-form-urlencoded') return undefined
  // A form is an object whose members are written like nested parameters.
  const pairs = queryPairs(text).map(({ name, raw }) => ({ name: name.replace(/^[^[]+/, '[$&]'), raw }))
  return { value: nestedValue('', pairs, Shape.of(schemas, key)) ?? {} }
}

/** Without a Content-Type a body is what the route would most likely take. */
function usualType({ types }: Body): string | undefined {
  return 'application/json' in types ? 'application/json' : Object.keys(types)[0]
}

/** By type, then by range (`image/*`), then anything; undefined when the route takes no such body. */
function matching({ types }: Body, type = ''): string | null | undefined {
  const range = `${type.slice(0, type.indexOf('/'))}/*`
  for (const each of [type, range, '*/*', '$default']) if (Object.hasOwn(types, each)) return types[each]
  return Object.keys(types).length === 0 ? null : undefined
}

/** Null, what fails, or in words why it can't be judged. */
function judged(
  schemas: SchemaSet,
  key: string,
  value: unknown,
  textLength: number,
): readonly ErrorObject[] | string | null {
  try {
    return schemas.check(key, value, textLength)
  } catch (thrown) {
    if (thrown instanceof TooComplex) return thrown.message
    throw thrown
  }
}

function refuse(places: readonly InvalidPlace[], responseType: string): void {
  if (places.length === 0) return
  const listed = places.slice(0, placesMax)
  throw new Failure('REQUEST_INVALID', {
    phase: 'request',
    reason: listed
      .map(({ in: part, parameter, pointer = '', detail }) =>
        [part, parameter, pointer.slice(1), detail].filter(Boolean).join(' '),
      )
      .join('; '),
    responseType,
    hint: { errors: listed, ...(places.length > placesMax ? { moreErrors: places.length - placesMax } : {}) },
  })
}
