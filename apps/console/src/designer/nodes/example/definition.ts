import { BookCheck } from 'lucide-react'
import { defineNode, renameByName } from '../node-definition.ts'
import { exampleCopies } from './copies.ts'
import { exampleFields } from './common-fields.ts'
import { nameProblem } from '../other/name-problem.ts'

export const exampleNode = defineNode({
  kind: 'example',
  noun: 'example',
  glyph: BookCheck,
  skeleton: () => null,
  title: (example) => example.name,
  detail: ({ expect }) => `expects ${expect.status}`,
  takes: [],
  commonFields: exampleFields,
  copies: exampleCopies,
  rename: renameByName<'example'>(nameProblem),
})
