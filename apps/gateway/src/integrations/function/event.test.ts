import { expect, test } from 'vitest'
import { RequestInputs } from '../../mapping/request-inputs.ts'
import { contextOf } from '../../request-context.fixture.ts'
import { eventV1 } from './event-v1.ts'
import { eventV2 } from './event-v2.ts'

const inherited = ['constructor', '__proto__', 'toString', 'valueOf'] as const

/** What a function reads: the event as JSON. */
function read(event: Record<string, unknown>) {
  return JSON.parse(JSON.stringify(event)) as Record<string, Record<string, unknown>>
}

test.each(inherited)('a header and a parameter called %s reach a function like any other', (name) => {
  const context = contextOf({ target: `/?${name}=1&${name}=2` })
  context.request = { ...context.request, headers: ['Host', 'h', name, 'a', name, 'b'] }
  const inputs = new RequestInputs(context)
  const v1 = read(eventV1(inputs, Buffer.alloc(0)))
  const own = (map: unknown, key: string = name) =>
    Object.getOwnPropertyDescriptor(map, key)?.value as unknown
  expect(own(v1['headers'])).toBe('b')
  expect(own(v1['multiValueHeaders'])).toEqual(['a', 'b'])
  expect(own(v1['queryStringParameters'])).toBe('2')
  expect(own(v1['multiValueQueryStringParameters'])).toEqual(['1', '2'])
  const v2 = read(eventV2(inputs, Buffer.alloc(0)))
  expect(own(v2['headers'], name.toLowerCase())).toBe('a,b')
  expect(own(v2['queryStringParameters'])).toBe('1,2')
  const { params } = inputs
  expect([own(params.header), own(params.querystring)]).toEqual(['b', '2'])
})

test('no path has parameters that every object knows', () => {
  for (const name of inherited) expect(contextOf({}).pathParameters[name]).toBeUndefined()
})
