import { BookCheck } from 'lucide-react'
import { defineNode, renameByName } from '../node-definition.ts'

export const exampleNode = defineNode({
  kind: 'example',
  noun: 'example',
  glyph: BookCheck,
  skeleton: () => null,
  title: (example) => example.name,
  detail: ({ expect }) => `expects ${expect.status}`,
  takes: [],
  rename: renameByName<'example'>(),
})
