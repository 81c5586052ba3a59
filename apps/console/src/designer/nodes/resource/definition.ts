import { FolderTree } from 'lucide-react'
import { parameterOfPart, renamePathParameter } from '../../edits/rename-path-parameter.ts'
import { defineNode } from '../node-definition.ts'

export const resourceNode = defineNode({
  kind: 'resource',
  noun: 'resource',
  glyph: FolderTree,
  // Literal paths first, then parameters: the order in which a request is matched.
  skeleton: (resource) => ({
    role: 'branch',
    parent: resource.parent,
    order: `${resource.pathPart.startsWith('{') ? 2 : 1}${resource.pathPart}`,
    rank: 0,
    links: [],
    width: 200,
    height: 44,
  }),
  title: (resource) => `/${resource.pathPart}`,
  // Its path is what it hangs on: written once more it would only be noise.
  detail: (resource) => resource.summary ?? '',
  takes: ['method', 'resource'],
  rename: {
    label: 'Path part',
    value: (resource) => resource.pathPart,
    apply: (transaction, resource, value) => {
      const from = parameterOfPart(resource.pathPart)
      const to = parameterOfPart(value)
      if (from && to) renamePathParameter(transaction, resource.id, from, to)
      const renamed = transaction.get(resource.id)
      if (renamed?.kind === 'resource') transaction.put({ ...renamed, pathPart: value })
    },
  },
})
