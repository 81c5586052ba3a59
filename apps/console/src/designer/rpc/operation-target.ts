import { type Definition, find, type RecordId } from '@penstock/model'

/** What chooses one of the operations that share a path: `X-Amz-Target: DynamoDB_20120810.GetItem`. */
export interface OperationTarget {
  /** The path part without it; empty where it chooses among the operations of the path above. */
  readonly path: string
  /** The header, field or parameter that names the operation; empty where the description does not say. */
  readonly by: string
  readonly name: string
}

/**
 * Descriptions can't list two operations of one verb and path. Those of RPC-style APIs write the operation behind a `#`,
 * which no path of a request can hold: `/#X-Amz-Target=DynamoDB_20120810.GetItem`, `/#Action=SendMessage`.
 */
export function operationTarget(pathPart: string): OperationTarget | null {
  const at = pathPart.indexOf('#')
  if (at < 0) return null
  const [path, target] = [pathPart.slice(0, at), pathPart.slice(at + 1)]
  const equals = target.indexOf('=')
  return equals < 0
    ? { path, by: '', name: target }
    : { path, by: target.slice(0, equals), name: target.slice(equals + 1) }
}

/** The target of the methods of a resource; null where its path says all. */
export function targetOf(definition: Definition, resource: RecordId): OperationTarget | null {
  return operationTarget(find(definition, 'resource', resource)?.pathPart ?? '')
}
