import { definitionOf, type Definition } from '@penstock/model'
import { expect, test } from 'vitest'
import { createDraftLint } from './lint-draft.ts'

function draft(
  apiId: string,
  methods: number,
  fields: object = {},
): { apiId: string; definition: Definition } {
  return {
    apiId,
    definition: definitionOf([
      { kind: 'api', id: 'api_1', name: 'Pets' },
      { kind: 'resource', id: 'res_1', parent: null, pathPart: '' },
      ...Array.from({ length: methods }, (_, index) => ({
        kind: 'method' as const,
        id: `met_${index}`,
        resource: 'res_1',
        httpMethod: 'GET' as const,
        summary: 'Pets',
        operationId: `pets${index}`,
        integration: 'int_1',
        ...fields,
      })),
      { kind: 'integration', id: 'int_1', type: 'mock', fromExamples: true },
    ]),
  }
}

test('drafts that are asked for at once are each answered with what is found in them', async () => {
  const lint = createDraftLint()
  const [tidy, bodies, again] = await Promise.all([
    lint(draft('a', 3)),
    lint(draft('b', 3, { requestBody: {} })),
    lint(draft('a', 1, { requestBody: {} })),
  ])
  expect(tidy).toEqual([])
  expect(bodies?.map(({ code }) => code)).toEqual(['body-on-get', 'body-on-get', 'body-on-get'])
  expect(again).toHaveLength(1)
})

test('requests are answered while a large draft is looked at', async () => {
  const lint = createDraftLint()
  const order: string[] = []
  const large = lint(draft('a', 20_000, { requestBody: {} })).then(() => order.push('linted'))
  setTimeout(() => order.push('answered'), 0)
  await large
  expect(order).toEqual(['answered', 'linted'])
})
