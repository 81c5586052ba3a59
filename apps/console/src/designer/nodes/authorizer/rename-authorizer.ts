import type { ApiRecord, Authorizer, JsonObject } from '@penstock/model'
import type { EditorTransaction } from '../../../editor/index.ts'

/** Renames an authorizer, also where the security requirements of methods and of the API name it. */
export function renameAuthorizer(transaction: EditorTransaction, record: Authorizer, name: string): void {
  for (const other of transaction.all().values()) {
    const renamed = withSecurity(other, record.name, name)
    if (renamed) transaction.put(renamed)
  }
  transaction.put({ ...record, name })
}

/** The record asking for an authorizer by its new name; null where it does not ask for it. */
export function withSecurity(record: ApiRecord, from: string, to: string): ApiRecord | null {
  if ((record.kind !== 'method' && record.kind !== 'api') || !record.security) return null
  if (!record.security.some((requirement) => Object.hasOwn(requirement, from))) return null
  const rename = (requirement: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(requirement).map(([key, scopes]) => [key === from ? to : key, scopes]))
  return { ...record, security: record.security.map(rename) }
}
