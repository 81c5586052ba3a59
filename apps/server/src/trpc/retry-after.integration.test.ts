import { AppError } from '@penstock/errors'
import { expect, test } from 'vitest'
import { testApp } from '../http/app.fixture.ts'

test('what is busy says when to come again, to the console as over REST', async () => {
  await using server = await testApp()
  Object.assign(server.core.drafts, {
    async open() {
      throw new AppError('SERVER_BUSY', { params: { what: 'descriptions' } })
    },
  })
  const input = encodeURIComponent('{"slug":"pets"}')
  const busy = await server.call('GET', `/trpc/draft.checks?input=${input}`)
  expect(busy.status).toBe(503)
  expect(busy.headers['retry-after']).toBe('5')
  const refused = await server.call('GET', `/trpc/draft.checks?input=${input}`, undefined, 'wrong')
  expect(refused.headers['retry-after']).toBeUndefined()
})
