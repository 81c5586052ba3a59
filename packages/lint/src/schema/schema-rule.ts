import type { JsonObject, RecordKind } from '@penstock/model'
import type { Finding, Fix, RecordRule } from '../rule.ts'
import type { RecordScope } from '../scope.ts'
import { pathOfNode, type SchemaNode, schemasIn } from './schemas-in.ts'

/** Kinds of records that hold schemas. */
export const schemaKinds = ['model', 'component', 'method', 'resource'] as const satisfies RecordKind[]

/** What is said of a schema; `path` is inside it. */
export interface SchemaFinding extends Omit<Finding, 'record'> {
  readonly path?: readonly (string | number)[]
}

interface SchemaRule {
  readonly id: string
  readonly severity: RecordRule['severity']
  readonly title: string
  readonly why: string
  readonly mend: string
  readonly fix?: Fix
  /** What is wrong with this schema by itself; its parts are looked at one by one. */
  readonly inspect: (schema: JsonObject, scope: RecordScope, node: SchemaNode) => SchemaFinding | undefined
}

/** A rule about every schema of a definition, wherever it stands, and every part of one. */
export function defineSchemaRule({ inspect, ...rule }: SchemaRule): RecordRule<(typeof schemaKinds)[number]> {
  return {
    ...rule,
    on: schemaKinds,
    check(record, scope) {
      let found: Finding[] | undefined
      for (const node of schemasIn(record)) {
        const finding = inspect(node.schema, scope, node)
        if (finding) (found ??= []).push({ ...finding, path: [...pathOfNode(node), ...(finding.path ?? [])] })
      }
      return found
    },
  }
}
