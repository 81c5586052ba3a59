import { Server } from 'lucide-react'
import { defineNode, renameByName, targetSkeleton } from '../node-definition.ts'
import { freeByName } from '../node-copies.ts'
import { upstreamFields } from './common-fields.ts'
import { nameProblem } from '../other/name-problem.ts'

export const upstreamNode = defineNode({
  kind: 'upstream',
  noun: 'upstream',
  glyph: Server,
  skeleton: (upstream) => targetSkeleton(upstream.name, 2, []),
  title: (upstream) => upstream.name,
  detail: (upstream) => upstream.url || 'no address yet',
  takes: [],
  madeBy: 'upstream',
  commonFields: upstreamFields,
  copies: { free: freeByName<'upstream'>('-') },
  rename: renameByName<'upstream'>(nameProblem),
})
