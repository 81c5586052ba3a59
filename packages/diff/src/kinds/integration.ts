import { type Definition, find, type Integration, type Json, kindOf, servedBy } from '@penstock/model'
import { sameJson } from '../json.ts'
import { changedFields, type KindComparison, nameMethods, type RecordSides } from './comparison.ts'

/** Fields that say where requests go: told as one thing. */
const targetFields = ['uri', 'upstream', 'function']
/** Fields of `rest` that are settings; those that start with `x-` are kept for export. */
const isSetting = (field: string) => !field.startsWith('x-')

export const integrationComparison: KindComparison<Integration> = {
  compare(sides) {
    const { after, from, to, emit } = sides
    const [was, is] = [label(from), label(to)]
    const methods = [...integrationComparison.affects(after, to)]
    const fields = changedFields(from, to).filter((field) => field !== 'name')
    if (fields.length === 0) return emit('name-changed', ['name'], { kind: 'integration', from: was, to: is })
    if (methods.length === 0) return emit('integration-unused-changed', [fields[0]!], { name: is })
    compareUsed(sides, fields, nameMethods(after, methods))
  },
  *affects(definition, integration) {
    for (const { id } of servedBy(definition, integration.id)) yield id
  },
  subject: (_, integration) => `integration ${label(integration)}`,
}

/** Each thing that differs for those whom the integration serves. */
function compareUsed(
  { before, after, from, to, emit }: RecordSides<Integration>,
  fields: string[],
  users: string,
) {
  const [was, is] = [targetOf(before, from), targetOf(after, to)]
  const view = { name: label(to), users, target: was === is ? undefined : is }
  const [a, b] = [from, to].map(
    (integration) => ({ ...kindOf('integration').defaults, ...integration }) as Fields,
  )
  if (was !== is)
    emit('integration-changed', [fields.find((field) => targetFields.includes(field)) ?? fields[0]!], {
      ...view,
      field: 'target',
      from: was,
      to: is,
    })
  for (const field of fields) {
    if (targetFields.includes(field) || field === 'rest') continue
    // Where requests go elsewhere, that a mock answers no more goes without saying.
    if (was !== is && (field === 'type' || field === 'fromExamples')) continue
    emit('integration-changed', [field], { ...view, field, from: a![field], to: b![field] })
  }
  const [x, y] = [from.rest ?? {}, to.rest ?? {}]
  const rest = [...new Set([...Object.keys(x), ...Object.keys(y)])].filter((key) => !sameJson(x[key], y[key]))
  for (const field of rest.filter(isSetting))
    emit('integration-changed', ['rest', field], { ...view, field, from: x[field], to: y[field] })
  const extensions = rest.filter((field) => !isSetting(field))
  if (extensions.length) emit('extensions-changed', ['rest'], { fields: extensions })
}

type Fields = Readonly<Record<string, Json | undefined>>

function label(integration: Integration): string {
  return kindOf('integration').label(integration)
}

/** Where requests go, in words; undefined when nowhere outside. */
export function targetOf(definition: Definition, integration: Integration): string | undefined {
  const fn = find(definition, 'function', integration.function)
  if (fn) return `function ${fn.name}`
  const upstream = find(definition, 'upstream', integration.upstream)
  if (!upstream) return integration.uri
  const uri = integration.uri ?? ''
  return /^https?:/i.test(uri) ? uri : upstream.url + uri
}
