import { type Definition, kindOf, type Method, recordsOf } from '@penstock/model'
import { sameJson } from '../json.ts'
import { compareRequestBodies } from './compare-bodies.ts'
import { compareParameters } from './compare-parameters.ts'
import { compareResponses } from './compare-responses.ts'
import { compareSecurity } from './compare-security.ts'
import { documentationFields } from './documentation-fields.ts'
import { readParameters } from './parameters.ts'
import { quietRenames } from './quiet-renames.ts'
import { routePath } from './route-path.ts'
import type { Sides } from './sides.ts'
import { sunsetField, sunsetOf } from './sunset.ts'

/** How a method's contract and service differ before and after. Parameters of its resource are the resource's affair. */
export function compareOperations(sides: Sides, before: Method, after: Method): void {
  const { emit } = sides
  const [from, to] = [routePath(sides.before, before.resource), routePath(sides.after, after.resource)]
  const moved = before.resource !== after.resource && from !== to
  if (moved)
    emit('path-changed', ['resource'], {
      from: `${before.httpMethod} ${from}`,
      to: `${after.httpMethod} ${to}`,
    })
  if (before.httpMethod !== after.httpMethod)
    emit('method-changed', ['httpMethod'], {
      from: before.httpMethod,
      to: after.httpMethod,
      path: from,
    })
  if (before.operationId !== after.operationId)
    emit('operation-id-changed', ['operationId'], { from: before.operationId, to: after.operationId })
  compareLifetime(sides, before, after)
  const fields = documentationFields(words(before), words(after))
  if (fields.length) emit('documentation-changed', [fields[0]!], { fields })
  compareParameters(
    moved ? { ...sides, emit: quietRenames(emit) } : sides,
    readParameters(before.parameters, sides.before),
    readParameters(after.parameters, sides.after),
  )
  compareRequestBodies(sides, before.requestBody, after.requestBody)
  compareResponses(sides, before.responses ?? {}, after.responses ?? {})
  compareAccess(sides, before, after)
  compareService(sides, before, after)
  const extensions = changedKeys(before.rest, after.rest).filter((key) => key !== sunsetField)
  if (extensions.length) emit('extensions-changed', ['rest'], { fields: extensions })
}

/** Deprecation, and the day it leads to. */
function compareLifetime({ emit }: Sides, before: Method, after: Method) {
  const [was, is] = [before.deprecated ?? false, after.deprecated ?? false]
  const [from, to] = [sunsetOf(before), sunsetOf(after)]
  if (was !== is) emit('deprecated', ['deprecated'], { deprecated: is, sunset: to })
  // With the deprecation itself its day is told already.
  if (from !== to && (was === is || from !== undefined))
    emit('sunset-changed', ['rest', sunsetField], { from, to })
}

function words({ summary, description, tags }: Method) {
  return {
    ...(summary === undefined ? {} : { summary }),
    ...(description === undefined ? {} : { description }),
    ...(tags === undefined ? {} : { tags }),
  }
}

function compareAccess(sides: Sides, before: Method, after: Method) {
  const { emit } = sides
  // Where neither says anything the default of the API holds, and its change is told there.
  if (before.security !== undefined || after.security !== undefined)
    compareSecurity(
      sides,
      before.security ?? defaultSecurity(sides.before),
      after.security ?? defaultSecurity(sides.after),
      ['security'],
    )
  const [from, to] = [before.authorizationType ?? 'NONE', after.authorizationType ?? 'NONE']
  if (from !== to) emit('authorization-changed', ['authorizationType'], { from, to })
  if (before.authorizer !== after.authorizer)
    emit('authorizer-switched', ['authorizer'], {
      from: label(sides.before, before.authorizer),
      to: label(sides.after, after.authorizer),
    })
  const [had, has] = [before.authorizationScopes ?? [], after.authorizationScopes ?? []]
  const [added, removed] = [
    has.filter((scope) => !had.includes(scope)),
    had.filter((scope) => !has.includes(scope)),
  ]
  if (added.length + removed.length) emit('scopes-changed', ['authorizationScopes'], { added, removed })
  if ((before.apiKeyRequired ?? false) !== (after.apiKeyRequired ?? false))
    emit('api-key-required', ['apiKeyRequired'], { required: after.apiKeyRequired ?? false })
}

function compareService(sides: Sides, before: Method, after: Method) {
  const { emit } = sides
  if (before.validator !== after.validator)
    emit('validator-switched', ['validator'], {
      from: label(sides.before, before.validator),
      to: label(sides.after, after.validator),
    })
  if (before.integration !== after.integration)
    emit('integration-switched', ['integration'], {
      from: label(sides.before, before.integration),
      to: label(sides.after, after.integration),
      count: 1,
    })
}

function defaultSecurity(definition: Definition) {
  for (const api of recordsOf(definition, 'api')) return api.security
  return undefined
}

function label(definition: Definition, id: string | undefined): string | undefined {
  const record = id === undefined ? undefined : definition.get(id)
  return record && kindOf(record.kind).label(record)
}

function changedKeys(before: Method['rest'], after: Method['rest']): string[] {
  const keys = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
  return [...keys].filter((key) => !sameJson(before?.[key], after?.[key]))
}
