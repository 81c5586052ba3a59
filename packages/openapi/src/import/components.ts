import type { Authorizer, Component, Json, JsonObject, RecordId } from '@penstock/model'
import { componentHint } from '../integration-keys.ts'
import { isObject, own } from '../json.ts'
import { Members } from '../members.ts'
import { pointerOf } from '../pointer.ts'
import { addIntegration, readIntegration } from './integration.ts'
import { addRecord, type ImportScope } from './scope.ts'

export const componentSections = [
  'parameters',
  'responses',
  'requestBodies',
  'headers',
  'examples',
  'links',
  'callbacks',
  'pathItems',
] as const satisfies readonly Component['section'][]

export const integrationSection = 'x-amazon-apigateway-integrations'

/** Records for everything in `components`; sections that stay empty and unknown ones come back as rest. */
export function readComponents(scope: ImportScope, components: JsonObject) {
  const members = new Members(components)
  const authorizers = new Map<string, Authorizer>()
  const integrations = new Map<string, RecordId>()
  for (const [name, schema] of members.entries('schemas', isJson)) {
    addRecord(scope, { kind: 'model', id: scope.id('model', name), name, schema })
  }
  for (const section of componentSections) {
    for (const [name, value] of members.entries(section, isJson)) {
      addRecord(scope, {
        kind: 'component',
        id: scope.id('component', `${section}/${name}`),
        section,
        name,
        value,
      })
    }
  }
  for (const [name, scheme] of members.entries('securitySchemes', isObject)) {
    authorizers.set(name, readScheme(scope, name, scheme))
  }
  const named = members.entries(integrationSection, (value): value is JsonObject => {
    return isObject(value) && readIntegration(value) !== undefined
  })
  for (const [name, value] of named) {
    const body = readIntegration(value)
    if (!body) continue
    const id = scope.id('integration', `components/${name}`)
    addIntegration(
      scope,
      id,
      { ...body, name, rest: { ...body.rest, [componentHint]: name } },
      pointerOf('components', integrationSection, name),
    )
    integrations.set(name, id)
  }
  const rest = members.rest()
  for (const key in rest) {
    const reason = key.startsWith('x-') ? 'An extension that Penstock does not know.' : 'Kept for export.'
    scope.report.kept(pointerOf('components', key), `components.${key}`, reason)
  }
  return { authorizers, integrations, rest }
}

function isJson(value: unknown): value is Json {
  return value !== undefined
}

function readScheme(scope: ImportScope, name: string, value: JsonObject): Authorizer {
  const members = new Members(value)
  const settings = members.take('x-amazon-apigateway-authorizer', isObject)
  const authtype = own(value, 'x-amazon-apigateway-authtype')
  members.drop('x-amazon-apigateway-authtype')
  if (authtype !== undefined && !settings && scope.compatibility === 'native') {
    scope.report.kept(
      pointerOf('components', 'securitySchemes', name, 'x-amazon-apigateway-authtype'),
      'x-amazon-apigateway-authtype',
      'Says how the backend is called; callers of this API need no such signature.',
    )
  }
  return addRecord(scope, {
    kind: 'authorizer',
    id: scope.id('authorizer', name),
    name,
    scheme: members.rest() ?? {},
    settings,
    rest: authtype === undefined ? undefined : { 'x-amazon-apigateway-authtype': authtype },
  })
}
