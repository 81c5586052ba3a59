import { type ApiRecord, definitionOf } from '@penstock/model'
import { describe, expect, it } from 'vitest'
import { Editor } from '../../editor/index.ts'
import { flowOf, stepAt } from './flow.ts'
import { flowSteps } from './steps.ts'

const records: ApiRecord[] = [
  { kind: 'api', id: 'api_1', name: 'Orders' },
  { kind: 'resource', id: 'res_1', parent: null, pathPart: '' },
  { kind: 'integration', id: 'int_1', name: 'Backend', type: 'http_proxy', uri: 'https://backend.example' },
  { kind: 'method', id: 'met_1', resource: 'res_1', httpMethod: 'GET', integration: 'int_1' },
]

const usedOf = (editor: Editor) => flowOf(editor.definition, 'met_1')!.used.map(({ id }) => id)

function insert(editor: Editor, id: string): void {
  const step = flowSteps.find((each) => each.id === id)!
  const [choice] = step.choices(flowOf(editor.definition, 'met_1')!.place)
  editor.run('Insert', (transaction) => choice!.insert(transaction))
}

describe('the flow of a method', () => {
  it('draws no step that is not used, and offers each of them at the one edge where it goes', () => {
    const { used, gaps } = flowOf(definitionOf(records), 'met_1')!
    expect(used).toEqual([])
    expect(gaps.map(({ way, fits }) => [way, ...fits.map(({ id }) => id)])).toEqual([
      ['request', 'authorizer', 'key', 'validation', 'request-mapping'],
      ['response', 'response-mapping'],
    ])
  })

  it('stands in the order in which the gateway goes through it, whatever was inserted first', () => {
    const editor = new Editor(records)
    for (const { id } of flowSteps.toReversed()) insert(editor, id)
    expect(usedOf(editor)).toEqual(flowSteps.map(({ id }) => id))
    expect(flowOf(editor.definition, 'met_1')!.gaps.flatMap(({ fits }) => fits)).toEqual([])
  })

  it.each(flowSteps.map(({ id }) => id))('%s is removed by one undo, and by being removed', (id) => {
    const editor = new Editor(records)
    insert(editor, id)
    expect(usedOf(editor)).toContain(id)
    editor.undo()
    expect(editor.definition).toEqual(definitionOf(records))
    editor.redo()
    const { step, place } = stepAt(editor.definition, `met_1#${id}`)!
    editor.run('Remove', (transaction) => step.remove(transaction, place))
    expect(usedOf(editor)).not.toContain(id)
    expect(stepAt(editor.definition, `met_1#${id}`)).toBeNull()
  })

  it('gives a method that shares its integration a copy of its own, or maps for all', () => {
    const editor = new Editor([
      ...records,
      { kind: 'method', id: 'met_2', resource: 'res_1', httpMethod: 'PUT', integration: 'int_1' },
    ])
    insert(editor, 'request-mapping')
    expect(usedOf(editor)).toEqual(['request-mapping'])
    expect(flowOf(editor.definition, 'met_2')!.used).toEqual([])
    expect(editor.get('int_1')).toEqual(records[2])
  })

  it('has no place for mappings where answers come from examples', () => {
    const mock: ApiRecord = { kind: 'integration', id: 'int_1', type: 'mock', fromExamples: true }
    const { gaps } = flowOf(definitionOf([...records.filter(({ id }) => id !== 'int_1'), mock]), 'met_1')!
    expect(gaps.flatMap(({ fits }) => fits.map(({ id }) => id))).toEqual(['authorizer', 'key', 'validation'])
  })

  it('shows what the API asks of all methods, and does not pretend that it can be removed here', () => {
    const validator: ApiRecord = {
      kind: 'validator',
      id: 'val_1',
      name: 'all',
      validateRequestBody: true,
      validateRequestParameters: false,
    }
    const api: ApiRecord = { kind: 'api', id: 'api_1', name: 'Orders', validator: 'val_1' }
    const { step, place } = stepAt(definitionOf([api, validator, ...records.slice(1)]), 'met_1#validation')!
    expect(step.detail(place)).toBe('body')
    expect(step.keptBecause(place)).toMatch(/API/)
  })
})
