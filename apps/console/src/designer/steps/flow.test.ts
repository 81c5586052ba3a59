import { type ApiRecord, definitionOf } from '@penstock/model'
import { describe, expect, it } from 'vitest'
import { Editor } from '../../editor/index.ts'
import { connect, disconnect } from '../edits/connect.ts'
import { flowOf, stepAt, usedSteps } from './flow.ts'
import { stepText } from './flow-step.ts'
import { flowSteps } from './steps.ts'

const records: ApiRecord[] = [
  { kind: 'api', id: 'api_1', name: 'Orders' },
  { kind: 'resource', id: 'res_1', parent: null, pathPart: '' },
  { kind: 'integration', id: 'int_1', name: 'Backend', type: 'http_proxy', uri: 'https://backend.example' },
  { kind: 'method', id: 'met_1', resource: 'res_1', httpMethod: 'POST', integration: 'int_1' },
]

const usedOf = (editor: Editor) => flowOf(editor.definition, 'met_1')!.used.map(({ id }) => id)

function insert(editor: Editor, id: string): void {
  const step = flowSteps.find((each) => each.id === id)!
  const [choice] = step.choices(flowOf(editor.definition, 'met_1')!.place)
  editor.run('Insert', (transaction) => choice!.insert(transaction))
}

/** The steps that a method can have. */
const methodSteps = flowSteps.filter(({ id }) => !id.startsWith('connect-'))

describe('the flow of a method', () => {
  it('draws no step that is not used, and offers each of them at the one edge where it goes', () => {
    const { used, gaps } = flowOf(definitionOf(records), 'met_1')!
    expect(used).toEqual([])
    expect(gaps.map(({ way, fits }) => [way, ...fits.map(({ id }) => id)])).toEqual([
      ['request', 'authorizer', 'key', 'request-body', 'validation', 'request-mapping'],
      ['response', 'response-mapping', 'responses'],
    ])
  })

  it('stands in the order in which the gateway goes through it, whatever was inserted first', () => {
    const editor = new Editor(records)
    for (const { id } of methodSteps.toReversed()) insert(editor, id)
    expect(usedOf(editor)).toEqual(methodSteps.map(({ id }) => id))
    expect(flowOf(editor.definition, 'met_1')!.gaps.flatMap(({ fits }) => fits)).toEqual([])
  })

  it.each(methodSteps.map(({ id }) => id))('%s is removed by one undo, and by being removed', (id) => {
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
    const fits = gaps.flatMap((gap) => gap.fits.map(({ id }) => id))
    expect(fits.filter((id) => id.endsWith('mapping'))).toEqual([])
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
    expect(step.detail(place)).toBe('all · body')
    expect(step.keptBecause(place)).toMatch(/API/)
  })

  it('says apart from its name that an authorizer is not enforced', () => {
    const method: ApiRecord = {
      kind: 'method',
      id: 'met_1',
      resource: 'res_1',
      httpMethod: 'POST',
      security: [{ login: [] }],
    }
    const authorizer: ApiRecord = { kind: 'authorizer', id: 'aut_1', name: 'login' }
    const { step, place } = stepAt(
      definitionOf([...records.slice(0, 3), authorizer, method]),
      'met_1#authorizer',
    )!
    expect([step.detail(place), step.state?.(place)?.words]).toEqual(['login', 'not enforced'])
    expect(stepText(step, place)).toBe('login · not enforced')
    const signed: ApiRecord = { ...method, authorizationType: 'AWS_IAM' }
    const own = stepAt(definitionOf([...records.slice(0, 3), authorizer, signed]), 'met_1#authorizer')!
    expect(own.step.state?.(own.place)).toBeNull()
  })

  it('names the validator, which is one node however many methods it checks', () => {
    const validator: ApiRecord = {
      kind: 'validator',
      id: 'val_1',
      name: 'all',
      validateRequestBody: true,
      validateRequestParameters: true,
    }
    const { step, place } = stepAt(
      definitionOf([
        ...records.slice(0, 3),
        validator,
        { kind: 'method', id: 'met_1', resource: 'res_1', httpMethod: 'POST', validator: 'val_1' },
      ]),
      'met_1#validation',
    )!
    expect(step.detail(place)).toBe('all · body and parameters')
    expect(step.links(place)).toEqual(['val_1'])
  })
})

describe('the models of a method', () => {
  const ref = (name: string) => ({
    content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
  })
  const models: ApiRecord[] = [
    { kind: 'model', id: 'mod_order', name: 'Order', schema: {} },
    { kind: 'model', id: 'mod_error', name: 'Error', schema: {} },
    {
      kind: 'component',
      id: 'com_1',
      section: 'responses',
      name: 'failed',
      value: { description: 'No', ...ref('Error') },
    },
  ]
  const order = {
    kind: 'method',
    id: 'met_1',
    resource: 'res_1',
    httpMethod: 'PUT',
    requestBody: ref('Order'),
    responses: {
      200: { description: 'OK', ...ref('Order') },
      204: { description: 'Nothing' },
      400: { $ref: '#/components/responses/failed' },
    },
  } as const satisfies ApiRecord
  const at = (id: string, editor = new Editor([...records.slice(0, 3), ...models, order])) => ({
    editor,
    ...stepAt(editor.definition, `met_1#${id}`)!,
  })

  it('are led to by what callers send and by what they get, shared parts included', () => {
    const sent = at('request-body')
    expect([sent.step.detail(sent.place), sent.step.links(sent.place)]).toEqual(['Order', ['mod_order']])
    const got = at('responses')
    expect(got.step.detail(got.place)).toBe('200 Order, 400 Error')
    expect(got.step.links(got.place)).toEqual(['mod_order', 'mod_error'])
  })

  it('are put where nothing is said yet, and else in the place of what success was', () => {
    const method: ApiRecord = {
      ...order,
      responses: { 201: { description: 'Made' }, 404: { description: 'None' } },
    }
    const editor = new Editor([...records.slice(0, 3), ...models, method])
    const lead = (id: string) =>
      editor.run('Connect', (transaction) => connect(transaction, 'met_1#responses', id))
    lead('mod_order')
    lead('mod_error')
    expect(editor.get('met_1')).toMatchObject({
      responses: {
        201: { description: 'Made', ...ref('Order') },
        404: { description: 'None', ...ref('Error') },
      },
    })
    lead('mod_error')
    expect(editor.get('met_1')).toMatchObject({ responses: { 201: ref('Error') } })
  })

  it('lose one edge at a time, and a shared part stays what it is for others', () => {
    const { editor } = at('responses')
    editor.run('Delete connection', (transaction) => {
      expect(disconnect(transaction, 'met_1#responses', 'mod_error')).toBe(true)
    })
    expect(editor.get('met_1')).toMatchObject({
      responses: { ...order.responses, 400: { description: 'No', content: { 'application/json': {} } } },
    })
    expect(editor.get('com_1')).toEqual(models[2])
    const { step, place } = at('responses', editor)
    expect(step.links(place)).toEqual(['mod_order'])
  })

  it('do nothing to requests, so that the card of a closed flow has no mark for them', () => {
    const { definition } = new Editor([...records.slice(0, 3), ...models, order])
    expect(usedSteps(definition, order.id)).toEqual([])
  })
})
