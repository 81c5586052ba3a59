import { FolderTree } from 'lucide-react'
import { operationTarget } from '../../rpc/operation-target.ts'
import { pathPartEffect, pathPartProblem, setPathPart } from '../../edits/path-part.ts'
import { defineNode } from '../node-definition.ts'
import { resourceCopies } from './copies.ts'
import { resourceFields } from './common-fields.ts'

/** As wide as its name, so that short names leave the room to what is right of them. */
function widthOf(pathPart: string): number {
  const room = 92 + pathPart.length * 7.9
  return Math.min(200, Math.max(120, Math.ceil(room / 8) * 8))
}

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
    width: widthOf(operationTarget(resource.pathPart)?.path ?? resource.pathPart),
    height: 44,
  }),
  title: ({ pathPart }) => `/${operationTarget(pathPart)?.path ?? pathPart}`,
  // Its path is what it hangs on: written once more it would only be noise.
  detail: (resource) => resource.summary ?? '',
  takes: ['method', 'resource'],
  madeBy: 'resource',
  commonFields: resourceFields,
  copies: resourceCopies,
  rename: {
    label: 'Path part',
    isMono: true,
    value: (resource) => resource.pathPart,
    apply: setPathPart,
    isOf: ({ parent }) => parent !== null,
    problemOf: pathPartProblem,
    effectOf: pathPartEffect,
  },
})
