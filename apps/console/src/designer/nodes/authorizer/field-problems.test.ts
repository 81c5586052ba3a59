import { expect, test } from 'vitest'
import {
  identitySourceProblem,
  issuerProblem,
  patternProblem,
  poolsProblem,
  ttlProblem,
} from './field-problems.ts'

test('answers are kept for at most an hour', () => {
  expect(['', '0', '3600'].map(ttlProblem)).toEqual([null, null, null])
  for (const text of ['3601', '-1', '1.5', 'x']) expect(ttlProblem(text), text).not.toBeNull()
})

test('a pattern is a regular expression', () => {
  expect(patternProblem('^Bearer [-0-9a-z.]+$')).toBeNull()
  expect(patternProblem('(')).not.toBeNull()
})

test('each identity source names a part of the request', () => {
  expect(identitySourceProblem('method.request.header.Authorization, context.identity.sourceIp')).toBeNull()
  expect(identitySourceProblem('$request.header.Authorization')).toBeNull()
  expect(identitySourceProblem('method.request.header.A, Authorization')).toContain('"Authorization"')
})

test('an issuer is an address, a user pool an ARN', () => {
  expect(issuerProblem('https://id.example/realm')).toBeNull()
  for (const text of ['', 'id.example']) expect(issuerProblem(text)).not.toBeNull()
  expect(poolsProblem('arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_AbC')).toBeNull()
  expect(poolsProblem('eu-west-1_AbC')).not.toBeNull()
})
