import { Braces } from 'lucide-react'
import { defineNode, renameByName } from '../node-definition.ts'

export const modelNode = defineNode({
  kind: 'model',
  noun: 'model',
  glyph: Braces,
  skeleton: () => null,
  title: (model) => model.name,
  detail: ({ schema }) => {
    if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return 'any value'
    const properties = schema['properties']
    const count = typeof properties === 'object' && properties !== null ? Object.keys(properties).length : 0
    return count > 0
      ? `${count} ${count === 1 ? 'property' : 'properties'}`
      : typeof schema['type'] === 'string'
        ? schema['type']
        : 'schema'
  },
  takes: [],
  rename: renameByName<'model'>(),
})
