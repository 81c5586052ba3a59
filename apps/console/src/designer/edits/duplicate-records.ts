import { type ApiRecord, httpMethods, newId, type RecordId, recordsOf } from '@penstock/model'
import type { EditorTransaction } from '../../editor/index.ts'
import { protectedBecause } from './delete-records.ts'
import { ownerOf } from './references.ts'
import { uniqueName } from './unique-name.ts'

/** Copies records with what belongs to them, beside the originals and under names that are free. Answers the copies. */
export function duplicateRecords(transaction: EditorTransaction, ids: readonly RecordId[]): RecordId[] {
  const definition = transaction.all()
  const copies: RecordId[] = []
  for (const id of ids) {
    const record = definition.get(id)
    if (!record || protectedBecause(record) !== null) continue
    const copy = renamed(transaction, { ...record, id: newId(record.kind) })
    if (!copy) continue
    transaction.put(copy)
    copies.push(copy.id)
    copyBelow(transaction, definition, id, copy.id)
  }
  return copies
}

function copyBelow(
  transaction: EditorTransaction,
  definition: ReadonlyMap<RecordId, ApiRecord>,
  from: RecordId,
  to: RecordId,
): void {
  for (const record of definition.values()) {
    if (ownerOf(record) !== from) continue
    const id = newId(record.kind)
    if (record.kind === 'resource') transaction.put({ ...record, id, parent: to })
    else if (record.kind === 'method') transaction.put({ ...withoutOperationId(record), id, resource: to })
    copyBelow(transaction, definition, record.id, id)
  }
}

function withoutOperationId<R extends { operationId?: string | undefined }>({ operationId: _, ...rest }: R) {
  return rest
}

/** The copy under a name that is free; undefined where no room is left (a resource that has every method). */
function renamed(transaction: EditorTransaction, copy: ApiRecord): ApiRecord | undefined {
  const definition = transaction.all()
  if (copy.kind === 'resource') {
    const taken = new Set<string>()
    for (const other of recordsOf(definition, 'resource'))
      if (other.parent === copy.parent) taken.add(other.pathPart)
    return { ...copy, pathPart: uniqueName(taken, copy.pathPart.replace(/^\{(.*)\}$/, '$1')) }
  }
  if (copy.kind === 'method') {
    const taken = new Set<string>()
    for (const other of recordsOf(definition, 'method'))
      if (other.resource === copy.resource) taken.add(other.httpMethod)
    const httpMethod = httpMethods.find((method) => !taken.has(method))
    return httpMethod && { ...withoutOperationId(copy), httpMethod }
  }
  if (!('name' in copy) || copy.name === undefined) return copy
  const taken = new Set<string>()
  for (const other of definition.values())
    if (other.kind === copy.kind && 'name' in other && other.name !== undefined) taken.add(other.name)
  return { ...copy, name: uniqueName(taken, copy.name) }
}
