import { type BundleParameter, mediaType } from '@penstock/bundle'
import { Failure } from '../failure.ts'
import { headerValues } from '../headers.ts'
import { readBody } from '../read-body.ts'
import type { RequestContext } from '../request-context.ts'
import { reasonOf } from './broken-rule.ts'
import { TooComplex } from './budget.ts'
import { invalidPlaces, type InvalidPlace, type Judged } from './invalid-places.ts'
import { ParameterTexts, parameterValue } from './parameter-value.ts'
import { nestedValue, type QueryPair, queryPairs } from './query-tree.ts'
import type { ErrorObject } from './schema-engine.ts'
import type { SchemaSet } from './schema-set.ts'
import { Shape } from './shape.ts'
import type { CompileValidation } from './validator.ts'

interface Body {
  readonly required: boolean
  readonly types: ReadonlyMap<string, string | null>
}

/** An answer that lists more would help nobody. */
const placesMax = 100

/** A form of more fields is refused: what reads one would be busy with it for seconds. */
const fieldsMax = 10_000

/**
 * Everything that OpenAPI says of a request, and every place that is not so, in one answer: parameters by their styles
 * and schemas, the body by its media type and schema.
 */
export const compileNativeValidation: CompileValidation = ({ parameters = [], body: described }, schemas) => {
  const checks = parameters.map((parameter) => compileParameter(parameter, parameters, schemas))
  const body = described && { ...described, types: new Map(Object.entries(described.types)) }
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
  all: readonly BundleParameter[],
  schemas: SchemaSet,
): (texts: ParameterTexts) => Judged[] {
  const { name, schema, required } = parameter
  const where = { in: parameter.in, parameter: name }
  const says = (detail: string, rule: string): Judged[] => [{ place: { ...where, detail }, rule }]
  const others = new Set(all.filter((each) => each.in === parameter.in).map((each) => each.name))
  let shape: Shape | null = null
  return (texts) => {
    shape ??= schema === undefined ? new Shape(schemas, []) : Shape.of(schemas, schema)
    let value: unknown
    try {
      value = parameterValue(parameter, texts, shape, others)
    } catch (cause) {
      return says(`must be JSON: ${(cause as Error).message}`, 'JSON')
    }
    if (value === undefined) return required ? says('is required', 'required') : []
    if (schema === undefined) return []
    const errors = judged(schemas, schema, value, texts.context.query.length)
    if (errors === null || fitsAsText(errors, value, texts, parameter, schemas)) return []
    return typeof errors === 'string' ? says(errors, errors) : invalidPlaces(where, errors)
  }
}

const noNames: ReadonlySet<string> = new Set()

/** `7` was read as a number, and the schema takes texts too: it may be the text that is meant. */
function fitsAsText(
  errors: readonly ErrorObject[] | string,
  value: unknown,
  texts: ParameterTexts,
  parameter: BundleParameter,
  schemas: SchemaSet,
): boolean {
  if (typeof errors === 'string' || typeof value === 'string' || typeof value === 'object') return false
  const text = parameterValue(parameter, texts, new Shape(schemas, [{ type: 'string' }]), noNames)
  return judged(schemas, parameter.schema ?? '', text, 0) === null
}

async function checkBody(context: RequestContext, body: Body, schemas: SchemaSet): Promise<Judged[]> {
  const given = headerValues(context.request.headers, 'content-type').filter((value) => value.trim() !== '')
  const bytes = await readBody(context)
  if (bytes.length === 0)
    return body.required ? [{ place: { in: 'body', detail: 'is required' }, rule: 'required' }] : []
  // Whoever reads it next may read it as the other type than the one that was checked.
  if (new Set(given.map((value) => value.trim())).size > 1)
    return [
      {
        place: {
          in: 'header',
          parameter: 'Content-Type',
          detail: 'is given more than once, with different values',
        },
        rule: 'given more than once',
      },
    ]
  const type = given[0] === undefined ? usualType(body) : mediaType(given[0])
  const key = type === null ? null : matching(body, type)
  if (type === null || key === null) return []
  if (key === undefined) {
    const taken = [...body.types.keys()].join(', ')
    throw new Failure('MEDIA_TYPE_UNSUPPORTED', {
      phase: 'request',
      reason: `the route describes bodies of ${taken || 'no type'}`,
      params: { type },
      // RFC 9110 §15.5.16: what would have been taken.
      headers: ['Accept', taken],
    })
  }
  const says = (detail: string, rule: string): Judged[] => [
    { place: { in: 'body', pointer: '#', detail }, rule },
  ]
  const text = bytes.toString('utf8')
  let value: unknown
  if (/[/+]json$/.test(type)) {
    try {
      value = JSON.parse(text)
    } catch (cause) {
      return says(`must be JSON: ${(cause as Error).message}`, 'JSON')
    }
  } else if (type === 'application/x-www-form-urlencoded') {
    const pairs = queryPairs(text, fieldsMax)
    if (pairs === null) return says(`must not have more than ${fieldsMax} fields`, 'number of fields')
    value = formValue(pairs, Shape.of(schemas, key))
  } else {
    // Other types can't be held against a schema.
    return []
  }
  const errors = judged(schemas, key, value, text.length)
  if (errors === null) return []
  return typeof errors === 'string' ? says(errors, errors) : invalidPlaces({ in: 'body' }, errors)
}

/** A form is an object whose members are written like nested parameters. */
function formValue(pairs: readonly QueryPair[], shape: Shape): unknown {
  const nested = pairs.map(({ name, raw }) => ({ name: name.replace(/^[^[]+/, '[$&]'), raw }))
  return nestedValue('', nested, shape) ?? {}
}

/** Without a Content-Type a body is what the route would most likely take: JSON where it takes that. Null: nobody can say. */
function usualType(body: Body): string | null {
  if (matching(body, 'application/json') !== undefined) return 'application/json'
  return [...body.types.keys()].find((type) => !type.includes('*')) ?? null
}

/** Without `*`, which is no type that a body can have, and would be taken for the range. */
const wellFormed = /^[!#$%&'+.^_`|~0-9a-z-]+\/[!#$%&'+.^_`|~0-9a-z-]+$/

/** By type, then by range (`image/*`), then anything; undefined when the route takes no such body. */
function matching({ types }: Body, type: string): string | null | undefined {
  if (types.size === 0) return null
  if (!wellFormed.test(type)) return undefined
  const range = `${type.slice(0, type.indexOf('/'))}/*`
  for (const each of [type, range, '*/*', '$default']) {
    const key = types.get(each)
    if (key !== undefined) return key
  }
  return undefined
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

function refuse(judged: readonly Judged[], responseType: string): void {
  if (judged.length === 0) return
  const listed = judged.slice(0, placesMax).map(({ place }) => place)
  throw new Failure('REQUEST_INVALID', {
    phase: 'request',
    reason: reasonOf(judged.map(({ place, rule }) => ({ in: place.in, place: nameOf(place), rule }))),
    told: listed.map((place) => [place.in, nameOf(place), place.detail].filter(Boolean).join(' ')).join('; '),
    responseType,
    hint: { errors: listed, ...(judged.length > placesMax ? { moreErrors: judged.length - placesMax } : {}) },
  })
}

function nameOf({ parameter = '', pointer = '' }: InvalidPlace): string {
  return [parameter, pointer.slice(1)].filter(Boolean).join(' ')
}
