import { defineCheck } from './check.ts'
import { pathShape } from '../operation/path-shape.ts'

export const pathParameterNamesChanged = defineCheck({
  id: 'path-parameter-names-changed',
  on: 'path-changed',
  level: 'safe',
  area: 'operation',
  finds: 'Only names of parameters in a path differ.',
  applies: ({ from, to }) => pathShape(from) === pathShape(to),
  message: ({ from, to }) =>
    `Only names of path parameters differ: ${from} is now ${to}. The wire does not change.`,
  title: ({ from, to }) => `Rename ${from} to ${to}`,
})
