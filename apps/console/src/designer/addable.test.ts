import type { ApiRecord } from '@penstock/model'
import { expect, it } from 'vitest'
import { Editor } from '../editor/index.ts'
import { addable } from './addable.ts'
import type { DesignerContext } from './designer-context.ts'
import { createViewStore } from './designer-view.ts'

const bare: ApiRecord[] = [
  { kind: 'api', id: 'api_1', name: 'Orders' },
  { kind: 'resource', id: 'res_1', parent: null, pathPart: '' },
  { kind: 'method', id: 'met_1', resource: 'res_1', httpMethod: 'POST', integration: 'int_1' },
  { kind: 'integration', id: 'int_1', name: 'mock', type: 'mock' },
]

const validator: ApiRecord = {
  kind: 'validator',
  id: 'val_1',
  name: 'all',
  validateRequestBody: true,
  validateRequestParameters: true,
}

const validated = bare.map((record) =>
  record.kind === 'method' ? { ...record, validator: validator.id } : record,
)

/** What the list says of each entry. */
function entries(records: readonly ApiRecord[], id: string): string[] {
  const context = { session: { editor: new Editor(records) }, view: createViewStore() }
  return addable(context as unknown as DesignerContext, { id }).map(({ label }) => label)
}

it('offers a method each thing once: a step that it lacks, or what is made for one that it has', () => {
  const lacking = entries(bare, 'met_1')
  expect(lacking.filter((label) => /Authorizer|Validat|Model|Request body|Responses/.test(label))).toEqual([
    'Authorizer',
    'Request body',
    'Validation',
    'Responses',
  ])
  expect(new Set(lacking).size).toBe(lacking.length)
  const having = entries([...validated, validator], 'met_1')
  expect(having).toContain('Validator')
  expect(having).not.toContain('Validation')
})
