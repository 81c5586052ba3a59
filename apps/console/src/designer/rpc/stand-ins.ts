import { type ApiRecord, type Definition, type RecordId, recordsOf, type Resource } from '@penstock/model'
import type { SkeletonNode } from '../../layout/index.ts'
import { skeletonOf } from '../nodes/definitions.ts'
import { operationTarget, targetOf } from './operation-target.ts'

/** Resource that only names an operation → the resource of its path, under which that operation is drawn. */
export type StandIns = ReadonlyMap<RecordId, RecordId>

const known = new WeakMap<Definition, StandIns>()
const none: StandIns = new Map()

/** One path with many operations is one node, however many paths the description makes of it. */
export function standInsOf(definition: Definition): StandIns {
  let found = known.get(definition)
  if (!found) {
    found = seek(definition)
    known.set(definition, found)
  }
  return found
}

/** How the layout sees a record in its surroundings: operations hang on the one node of their path, in order of name. */
export function drawnSkeleton(record: ApiRecord, definition: Definition): SkeletonNode | null {
  const standIns = standInsOf(definition)
  if (standIns.has(record.id)) return null
  const skeleton = skeletonOf(record)
  if (!skeleton || skeleton.parent === null || standIns.size === 0) return skeleton
  const target = targetOf(definition, skeleton.parent)
  if (!target) return skeleton
  const parent = standIns.get(skeleton.parent) ?? skeleton.parent
  return { ...skeleton, parent, order: `${skeleton.order} ${target.name}` }
}

function seek(definition: Definition): StandIns {
  const named: { resource: Resource; path: string }[] = []
  for (const resource of recordsOf(definition, 'resource')) {
    const target = operationTarget(resource.pathPart)
    if (target && resource.parent !== null) named.push({ resource, path: target.path })
  }
  if (named.length === 0) return none
  const plain = new Map<string, RecordId>()
  for (const { id, parent, pathPart } of recordsOf(definition, 'resource'))
    if (parent !== null && !pathPart.includes('#')) plain.set(`${parent} ${pathPart}`, id)
  const standIns = new Map<RecordId, RecordId>()
  for (const { resource, path } of named) {
    const { id, parent } = resource
    const key = `${parent} ${path}`
    const drawn = path === '' ? parent! : plain.get(key)
    // The first of several stands for a path that is listed nowhere by itself.
    if (drawn === undefined) plain.set(key, id)
    else standIns.set(id, drawn)
  }
  return standIns
}
