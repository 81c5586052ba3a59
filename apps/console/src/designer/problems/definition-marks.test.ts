import { type ApiRecord, definitionOf, type Diagnostic } from '@penstock/model'
import { expect, test } from 'vitest'
import { groupOfTag } from '../tags.ts'
import { definitionMarks } from './definition-marks.ts'
import { markOf } from './problem-marks.ts'

const records: ApiRecord[] = [
  { kind: 'api', id: 'api_1', name: 'Pets' },
  { kind: 'resource', id: 'res_root', parent: null, pathPart: '' },
  { kind: 'resource', id: 'res_pets', parent: 'res_root', pathPart: 'pets' },
  { kind: 'method', id: 'met_1', resource: 'res_pets', httpMethod: 'GET' },
  { kind: 'model', id: 'mod_1', name: 'Pet', schema: {} },
]
const warning = (record: string): Diagnostic => ({
  code: 'a-rule',
  severity: 'warning',
  message: 'Something.',
  location: { record },
})

test('a closed branch answers for what it holds, an open one for itself', () => {
  const marks = definitionMarks(definitionOf(records), [warning('met_1')])
  expect(markOf(marks, 'res_pets', true)).toEqual({ errors: 0, warnings: 1, isHeld: true })
  expect(markOf(marks, 'res_pets', false)).toBeNull()
  expect(markOf(marks, 'met_1', false)).toEqual({ errors: 0, warnings: 1, isHeld: false })
  expect(markOf(marks, 'api_1', true)).toMatchObject({ warnings: 1 })
})

test('problems of the root of the paths are the API’s', () => {
  const marks = definitionMarks(definitionOf(records), [warning('res_root'), warning('api_1')])
  expect(markOf(marks, 'api_1', false)).toMatchObject({ warnings: 2 })
})

test('what no path leads to is summed up in its group of the outline', () => {
  const marks = definitionMarks(definitionOf(records), [warning('mod_1')])
  expect(markOf(marks, 'group:model', true)).toMatchObject({ warnings: 1 })
  expect(markOf(marks, 'api_1', true)).toBeNull()
})

test('grouped by tag, a closed tag answers for its operations, and the API for paths that are not drawn', () => {
  const tagged = [
    ...records,
    { kind: 'method', id: 'met_2', resource: 'res_pets', httpMethod: 'PUT', tags: ['pets', 'admin'] },
  ] satisfies ApiRecord[]
  const problems = ['met_1', 'met_2', 'res_pets'].map(warning)
  const marks = definitionMarks(definitionOf(tagged), problems, 'tag')
  expect(markOf(marks, groupOfTag('pets'), true)).toEqual({ errors: 0, warnings: 1, isHeld: true })
  expect(markOf(marks, groupOfTag('pets'), false)).toBeNull()
  expect(markOf(marks, groupOfTag(''), true)).toMatchObject({ warnings: 1 })
  expect(markOf(marks, 'api_1', true)).toMatchObject({ warnings: 3 })
})
