import { lint } from '@penstock/lint'
import type { ApiRecord, Diagnostic } from '@penstock/model'
import { expect, test } from 'vitest'
import { Editor } from '../../editor/index.ts'
import { fixProblems } from './fix-problems.ts'

const records: ApiRecord[] = [
  { kind: 'api', id: 'api_1', name: 'Pets' },
  { kind: 'resource', id: 'res_1', parent: null, pathPart: '' },
  {
    kind: 'method',
    id: 'met_1',
    resource: 'res_1',
    httpMethod: 'GET',
    operationId: 'listPets',
    summary: 'Pets',
    integration: 'int_1',
    parameters: ['a', 'b', 'c'].map((name) => ({
      name,
      in: name === 'b' ? 'query' : 'path',
      required: true,
    })),
  },
  { kind: 'integration', id: 'int_1', type: 'mock', fromExamples: true },
  { kind: 'integration', id: 'int_2', type: 'mock', fromExamples: true },
]

function named(editor: Editor, code: string): Diagnostic[] {
  return lint(editor.definition).filter((problem) => problem.code === code)
}

test('fixing all alike mends each of them, also items of one list', () => {
  const editor = new Editor(records, {})
  const problems = named(editor, 'parameter-not-in-path')
  expect(problems).toHaveLength(2)
  fixProblems(editor, problems)
  expect(named(editor, 'parameter-not-in-path')).toEqual([])
  expect(editor.get('met_1')).toMatchObject({ parameters: [{ name: 'b' }] })
})

test('one undo takes back all that one fix did', () => {
  const editor = new Editor(records, {})
  fixProblems(editor, named(editor, 'parameter-not-in-path'))
  expect(editor.undoName).toBe('Take the declaration out (2 times)')
  editor.undo()
  expect(editor.get('met_1')).toEqual(records[2])
  expect(editor.undoName).toBeNull()
})

test('a fix that deletes something deletes it', () => {
  const editor = new Editor(records, {})
  fixProblems(editor, named(editor, 'unused-integration'))
  expect(editor.get('int_2')).toBeUndefined()
})
