import { expect, test } from 'vitest'
import { lambdaUri, withTransferMode } from './lambda-uri.ts'

const arn = 'arn:aws:lambda:eu-west-1:123456789012:function:hello:live'
const whole = `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${arn}/invocations`
const streamed = `arn:aws:apigateway:eu-west-1:lambda:path/2021-11-15/functions/${arn}/response-streaming-invocations`

test('a function is called by the operation of the mode', () => {
  expect(lambdaUri('eu-west-1', arn, undefined)).toBe(whole)
  expect(lambdaUri('eu-west-1', arn, 'STREAM')).toBe(streamed)
})

test('a URI of a function is changed to the other operation and back, any other stays', () => {
  expect(withTransferMode(whole, 'STREAM')).toBe(streamed)
  expect(withTransferMode(streamed, 'STREAM')).toBe(streamed)
  expect(withTransferMode(streamed, 'BUFFERED')).toBe(whole)
  expect(withTransferMode('https://a.example/invocations', 'STREAM')).toBe('https://a.example/invocations')
  const variable = whole.replace(arn, '${stageVariables.fn}')
  expect(withTransferMode(withTransferMode(variable, 'STREAM'), undefined)).toBe(variable)
})
