import { contextWords } from '@penstock/template'
import { expect, test } from 'vitest'
import type { RequestContext } from '../request-context.ts'
import { contextVariables } from './context-variables.ts'

test('the words that the editor offers for $context are those that a request has', () => {
  const request = {
    host: 'api.example',
    method: 'GET',
    path: '/',
    startedAt: 0,
    stage: { side: 'base' },
    socket: null,
    request: { headers: [], version: '1.1', remoteAddress: '127.0.0.1' },
  }
  const held = pathsOf(contextVariables(request as unknown as RequestContext))
  // What comes later in the pipeline, or is there to be written to.
  const others = ['authorizer', 'error', 'requestOverride', 'responseOverride']
  const offered = Object.keys(contextWords).filter((path) => !others.includes(path.split('.')[0]!))
  expect(offered).toEqual(held.sort())
})

function pathsOf(value: object, prefix = ''): string[] {
  return Object.entries(value).flatMap(([name, member]) => {
    const below = typeof member === 'object' && member !== null ? pathsOf(member, `${prefix}${name}.`) : []
    return [`${prefix}${name}`, ...below]
  })
}
