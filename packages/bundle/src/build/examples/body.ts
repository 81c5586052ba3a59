import { canonicalJson, type Json, type JsonObject } from '@penstock/model'
import type { BuildContext } from '../context.ts'
import { byText } from '../order.ts'
import { maxBodyLength, sampleSchema } from './sample.ts'
import type { Tracker } from './tracked.ts'
import { isObject } from '../is-object.ts'

/**
 * The example of a media type: its own, the first of its named ones (`default` before others, then by name), the
 * schema's, or one made from the schema. Undefined when the description says nothing at all.
 */
export function exampleValue(
  media: JsonObject,
  type: string,
  tracker: Tracker,
  context: BuildContext,
  onProblem: (problem: string) => void,
): Json | undefined {
  if (media['example'] !== undefined) return media['example']
  const named = namedExample(media['examples'], tracker)
  if (named !== undefined) return named
  const schema = media['schema']
  if (schema === undefined) return undefined
  const { value, problem } = sampleSchema(schema, tracker, context, /[/+]xml\b/i.test(type) ? 'xml' : 'json')
  if (problem !== undefined) onProblem(problem)
  return value
}

/** Text as it is sent. JSON is canonical, so that the order of keys in a description leaves no trace in a bundle. */
export function bodyText(value: Json | undefined, type: string): string | null {
  if (value === undefined) return null
  const text = typeof value === 'string' && !/[/+]json\b/i.test(type) ? value : canonicalJson(value)
  if (text.length <= maxBodyLength) return text
  return typeof value === 'string' ? text.slice(0, maxBodyLength) : canonicalJson(shortened(value))
}

/** A JSON value cut to the limit: lists lose their tail, objects their longest members. */
function shortened(value: Json): Json {
  let budget = maxBodyLength / 2
  const cut = (part: Json): Json | undefined => {
    if (budget <= 0) return undefined
    if (typeof part !== 'object' || part === null) {
      budget -= JSON.stringify(part).length
      return budget > 0 ? part : undefined
    }
    if (Array.isArray(part)) return part.map(cut).filter((item) => item !== undefined)
    const members = Object.keys(part)
      .sort()
      .map((key) => {
        budget -= key.length + 4
        return [key, cut(part[key]!)] as const
      })
    return Object.fromEntries(
      members.filter((entry): entry is readonly [string, Json] => entry[1] !== undefined),
    )
  }
  return cut(value) ?? null
}

function namedExample(examples: Json | undefined, tracker: Tracker): Json | undefined {
  if (typeof examples !== 'object' || examples === null || Array.isArray(examples)) return undefined
  const names = Object.keys(examples).sort(
    (a, b) => Number(a !== 'default') - Number(b !== 'default') || byText(a, b),
  )
  for (const name of names) {
    let example: Json | undefined = examples[name]
    for (let hops = 0; hops < 8 && isObject(example) && typeof example['$ref'] === 'string'; hops++)
      example = tracker.resolve(example['$ref'])
    if (isObject(example) && example['value'] !== undefined) return example['value']
  }
  return undefined
}
