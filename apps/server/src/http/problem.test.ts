import { AppError } from '@penstock/errors'
import fastify from 'fastify'
import { expect, test } from 'vitest'
import { registerProblems } from './problem.ts'

test('what is busy says when to try again, and other failures do not', async () => {
  await using app = fastify()
  registerProblems(app)
  app.get('/busy', () => {
    throw new AppError('SERVER_BUSY', { params: { what: 'descriptions' } })
  })
  app.get('/gone', () => {
    throw new AppError('NOT_FOUND', { params: { what: 'page' } })
  })
  const busy = await app.inject('/busy')
  expect(busy.statusCode).toBe(503)
  expect(busy.headers['retry-after']).toBe('5')
  expect(busy.json()).toMatchObject({ code: 'SERVER_BUSY' })
  expect((await app.inject('/gone')).headers).not.toHaveProperty('retry-after')
})
