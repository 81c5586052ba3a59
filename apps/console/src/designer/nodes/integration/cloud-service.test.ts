import { expect, it } from 'vitest'
import { calledOf } from './cloud-service.ts'

const amazon = 'arn:aws:apigateway:eu-west-1'
const functions = `${amazon}:lambda:path/2015-03-31/functions`

it.each([
  [`${functions}/arn:aws:lambda:eu-west-1:123456789012:function:placeOrder/invocations`, 'placeOrder'],
  [
    `${functions}/arn:aws:lambda:eu-west-1:123456789012:function:placeOrder:live/invocations`,
    'placeOrder:live',
  ],
  [`${functions}/\${stageVariables.fn}/invocations`, '${stageVariables.fn}'],
  [`${amazon}:sqs:path/123456789012/orders`, 'sqs 123456789012/orders'],
  [`${amazon}:dynamodb:action/PutItem`, 'dynamodb PutItem'],
  [`${amazon}:data.mediastore:path/a/b`, 'mediastore a/b'],
  ['https://backend.example/orders', 'https://backend.example/orders'],
])('%s is called %s', (uri, called) => {
  expect(calledOf({ uri })).toBe(called)
})

it('calls nothing without an address', () => {
  expect(calledOf({})).toBeUndefined()
})
