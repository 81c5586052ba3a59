import {
  type Api,
  type Authorizer,
  type Definition,
  find,
  type Integration,
  type Json,
  type JsonObject,
  recordsOf,
} from '@penstock/model'
import { naturalId, naturalName } from '../ids.ts'
import { componentHint, sharedMockKey } from '../integration-keys.ts'
import { put } from '../json.ts'
import { isLeftOut } from '../penstock-words.ts'
import { isAmazons } from './write-integration.ts'

/**
 * `none`: plain OpenAPI; `aws`: with Amazon's words for what they have words for; `penstock`: in addition ours for the
 * remainder. Extensions that we do not interpret are the author's and stay in all three.
 */
export type Extensions = 'penstock' | 'aws' | 'none'

/** What the writers of one export share. */
export interface WriteScope {
  readonly definition: Definition
  readonly api: Api
  readonly extensions: Extensions
  readonly authorizers: ReadonlyMap<string, Authorizer>
  validatorName(id: string | undefined): string | undefined
  /** Whether operations say what this integration is in Amazon's words. */
  saysInFull(integration: Integration): boolean
  /** Whether operations name this integration by its id, because neither silence nor Amazon's words bring it back. */
  saysById(integration: Integration): boolean
  /** Whether an operation that says this integration in full names its id as well, because import would choose another. */
  saysIdToo(integration: Integration, operation: string): boolean
  /** The part of a record's rest that this export writes. */
  keep(rest: Readonly<Record<string, Json>> | undefined): Readonly<Record<string, Json>> | undefined
}

const untitled: Api = { kind: 'api', id: 'api_', name: 'Untitled API' }

export function createWriteScope(definition: Definition, extensions: Extensions): WriteScope {
  const [api = untitled] = recordsOf(definition, 'api')
  const impliedBySilence = extensions === 'penstock' && allShareOne(definition)
  return {
    definition,
    api,
    extensions,
    authorizers: new Map([...recordsOf(definition, 'authorizer')].map((record) => [record.name, record])),
    validatorName: (id) => find(definition, 'validator', id)?.name,
    saysInFull: (integration) =>
      extensions === 'penstock' ? isAmazons(integration) : !integration.fromExamples,
    saysById: (integration) => extensions === 'penstock' && !isAmazons(integration) && !impliedBySilence,
    saysIdToo: ({ id, rest }, operation) =>
      extensions === 'penstock' &&
      rest?.[componentHint] === undefined &&
      id !== naturalId(naturalName('integration', operation)),
    keep: (rest) => (rest ? visible(rest, extensions) : undefined),
  }
}

/** A document whose methods all point at the shared integration says nothing of it, and import makes it again. */
function allShareOne(definition: Definition): boolean {
  const shared = naturalId(naturalName('integration', sharedMockKey))
  for (const method of recordsOf(definition, 'method')) if (method.integration !== shared) return false
  return true
}

/** Without our hints, which speak to the exporter only, and without Amazon's words where none are wanted. */
function visible(rest: Readonly<Record<string, Json>>, extensions: Extensions) {
  const hidden = (key: string) => isLeftOut(key, extensions)
  const keys = Object.keys(rest)
  if (!keys.some(hidden)) return rest
  const out: JsonObject = {}
  for (const key of keys) if (!hidden(key)) put(out, key, rest[key]!)
  return out
}
