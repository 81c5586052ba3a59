import { expect, test } from 'vitest'
import { sampleValue } from './sample-value.ts'

const request = { isRequest: true }
const answer = { isRequest: false }

test('an example is made of what the schema says, through references and around cycles', async () => {
  const schemas = {
    Node: {
      type: 'object',
      properties: { name: { type: 'string', example: 'a' }, next: { $ref: '#/components/schemas/Node' } },
    },
  }
  expect(await sampleValue({ $ref: '#/components/schemas/Node' }, schemas, answer)).toMatchObject({
    name: 'a',
  })
  expect(await sampleValue({ $ref: '#/definitions/Node' }, schemas, answer)).toMatchObject({ name: 'a' })
})

test('what only the server sets is left out of requests, what it never shows out of answers', async () => {
  const schema = {
    type: 'object',
    properties: { id: { type: 'integer', readOnly: true }, password: { type: 'string', writeOnly: true } },
  }
  expect(await sampleValue(schema, {}, request)).toEqual({ password: 'string' })
  expect(await sampleValue(schema, {}, answer)).toEqual({ id: 0 })
})

test('a schema that is not here leaves a gap, not a failure', async () => {
  const schema = {
    type: 'object',
    properties: { far: { $ref: '#/components/schemas/Far' }, near: { type: 'integer' } },
  }
  expect(await sampleValue(schema, {}, answer)).toMatchObject({ near: 0 })
  expect(await sampleValue(true, {}, answer)).toBeUndefined()
})
