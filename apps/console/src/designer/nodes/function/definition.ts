import { SquareFunction } from 'lucide-react'
import { defineNode, renameByName, targetSkeleton } from '../node-definition.ts'
import { freeByName } from '../node-copies.ts'
import { functionFields } from './common-fields.ts'
import { nameProblem } from '../other/name-problem.ts'

export const functionNode = defineNode({
  kind: 'function',
  noun: 'function',
  glyph: SquareFunction,
  skeleton: (fn) => targetSkeleton(fn.name, 2, []),
  title: (fn) => fn.name,
  detail: (fn) => `${fn.handler ?? 'handler'} · ${fn.timeoutMs ?? 3000} ms · ${fn.memoryMb ?? 128} MB`,
  takes: [],
  madeBy: 'function',
  commonFields: functionFields,
  copies: { free: freeByName<'function'>('-') },
  rename: renameByName<'function'>(nameProblem),
})
