import { Braces } from 'lucide-react'
import { addModel } from './add-model.ts'
import { describeWith } from './describe-body.ts'
import { renameModel } from './rename-model.ts'
import { defineNode, namedByRef, targetSkeleton } from '../node-definition.ts'
import { modelCopies } from './copies.ts'
import { nameProblem } from '../other/name-problem.ts'

export const modelNode = defineNode({
  kind: 'model',
  noun: 'model',
  glyph: Braces,
  skeleton: () => null,
  inFlow: ({ name }) => targetSkeleton(name, 1, []),
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
  namedBy: namedByRef,
  deletionLeaves: () => 'What they say with it says nothing any more.',
  takes: [],
  madeBy: 'model',
  creation: {
    isForMethods: true,
    description: 'A schema by name',
    add: addModel,
    attach: describeWith,
    steps: ['request-body', 'responses'],
  },
  copies: modelCopies,
  rename: {
    label: 'Name',
    isMono: true,
    value: ({ name }) => name,
    apply: renameModel,
    problemOf: nameProblem,
  },
})
