import type { JsonObject } from '@penstock/model'
import { defineRule, type Finding } from '../rule.ts'
import { mismatchOf } from '../schema/mismatch.ts'
import { schemaKinds } from '../schema/schema-rule.ts'
import { examplesIn, pathOfNode, schemasIn } from '../schema/schemas-in.ts'

export const exampleMismatch = defineRule({
  id: 'example-mismatch',
  severity: 'warning',
  title: 'An example that its schema rules out',
  why: 'People copy examples, and mocks answer with them. This one has another type than the schema says, a value outside of an enum, or lacks what is required.',
  mend: 'Change the example, or the schema if the example is right.',
  on: schemaKinds,
  *check(record, scope): Generator<Finding> {
    const follow = (schema: JsonObject) => scope.follow(schema)
    for (const node of schemasIn(record)) {
      const { example } = node.schema
      if (example === undefined) continue
      const found = mismatchOf(example, node.schema, follow)
      if (found) yield say([...pathOfNode(node), 'example'], found)
    }
    for (const { schema, value, path } of examplesIn(record)) {
      // A text of another media type, as it is sent.
      if (typeof value === 'string' && path.includes('content')) continue
      const found = mismatchOf(value, schema, follow)
      if (found) yield say(path, found)
    }
  },
})

function say(
  above: readonly (string | number)[],
  found: { path: readonly (string | number)[]; message: string },
) {
  const where = found.path.length > 0 ? `"${found.path.join('.')}" of the example` : 'The example'
  return { path: [...above, ...found.path], message: `${where} ${found.message}.` }
}
