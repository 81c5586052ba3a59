import { find, type Json, type JsonObject, type Method, resolveRef } from '@penstock/model'
import type { BundleParameter } from '../../schema.ts'
import type { BuildContext } from '../context.ts'
import { defined } from '../defined.ts'
import { isObject } from '../is-object.ts'
import { byText } from '../order.ts'
import type { SchemaTable } from './schema-table.ts'

type Place = BundleParameter['in']
type Style = NonNullable<BundleParameter['style']>

const places = new Set<Json | undefined>(['path', 'query', 'header', 'cookie'] satisfies Place[])

const usualStyle: Readonly<Record<Place, Style>> = {
  path: 'simple',
  header: 'simple',
  query: 'form',
  cookie: 'form',
}
const styles = new Set<Json | undefined>([
  'simple',
  'label',
  'matrix',
  'form',
  'spaceDelimited',
  'pipeDelimited',
  'deepObject',
] satisfies Style[])

/** OpenAPI 3: header parameters with these names say nothing. */
const ignoredHeaders = /^(accept|content-type|authorization)$/i

/** Amazon asks one thing of a parameter, that it is there (aws-semantics §1.7), and knows no cookies. By place and name. */
export function requiredParameters(method: Method, context: BuildContext): BundleParameter[] {
  return declared(method, context)
    .filter(({ place, required }) => required && place !== 'cookie')
    .map(({ place, name }) => ({ in: place, name, required: true }))
}

/** What OpenAPI says of each parameter: whether it has to be there, how its text is to be read, and its schema. */
export function describedParameters(
  method: Method,
  context: BuildContext,
  table: SchemaTable,
): BundleParameter[] {
  return declared(method, context)
    .filter(({ place, name }) => place !== 'header' || !ignoredHeaders.test(name))
    .map(({ place, name, required, said }): BundleParameter => {
      const content = isObject(said['content']) ? Object.entries(said['content'])[0] : undefined
      const media = content?.[1]
      const schema = content ? (isObject(media) ? media['schema'] : undefined) : schemaOf(said)
      const location = { record: method.id, path: ['parameters'] }
      const style = styles.has(said['style']) ? (said['style'] as Style) : usualStyle[place]
      return defined({
        in: place,
        name,
        required: required || undefined,
        style: style === usualStyle[place] ? undefined : style,
        explode: explodes(said, style) === (style === 'form') ? undefined : explodes(said, style),
        json: (content && /[/+]json\b/i.test(content[0])) || undefined,
        schema: schema === undefined ? undefined : table.keyOf(schema, location),
      })
    })
}

function explodes(said: JsonObject, style: Style): boolean {
  // Swagger 2.0 says it in one word.
  const format = said['collectionFormat']
  if (typeof said['schema'] !== 'object' && said['type'] === 'array') return format === 'multi'
  return typeof said['explode'] === 'boolean' ? said['explode'] : style === 'form'
}

/** Swagger 2.0 writes the schema's members beside the parameter's own. */
function schemaOf(said: JsonObject): Json | undefined {
  if (said['schema'] !== undefined) return said['schema']
  if (said['type'] === undefined) return undefined
  const own = new Set(['name', 'in', 'required', 'description', 'collectionFormat', 'allowEmptyValue'])
  return Object.fromEntries(Object.entries(said).filter(([key]) => !own.has(key)))
}

interface Declared {
  readonly place: Place
  readonly name: string
  readonly required: boolean
  readonly said: JsonObject
}

/** The method's own and, where it says nothing of the same name, those of its path. */
function declared(method: Method, { definition }: BuildContext): Declared[] {
  const found = new Map<string, Declared>()
  const shared = find(definition, 'resource', method.resource)?.parameters ?? []
  for (const written of [...shared, ...(method.parameters ?? [])]) {
    const ref = written['$ref']
    const said = typeof ref === 'string' ? resolveRef(definition, ref) : written
    if (!isObject(said) || typeof said['name'] !== 'string' || !places.has(said['in'])) continue
    const [place, name] = [said['in'] as Place, said['name']]
    const required = said['required'] === true || (place === 'path' && said['required'] === undefined)
    found.set(`${place} ${name}`, { place, name, required, said })
  }
  return [...found].sort(([a], [b]) => byText(a, b)).map(([, parameter]) => parameter)
}
