import { expect, test } from 'vitest'
import { ada, makePets } from '../commands/core.fixture.ts'
import { testApp } from '../http/app.fixture.ts'

test('a recorded request that can not be read any more is left out, and is no mistake of who asks', async () => {
  await using server = await testApp()
  const { core } = server
  await makePets({ ...core, actor: ada })
  await core.db.requestLog.create({
    data: { id: 'old', at: new Date(), api: 'pets', stage: 'prod', data: '{"form":"of another version"}' },
  })
  const { status, json } = await server.call('GET', '/api/v1/requests?api=pets')
  expect({ status, json }).toMatchObject({ status: 200, json: { requests: [] } })
  expect((await server.call('GET', '/api/v1/requests/old')).status).toBe(404)
})

test('stored data that does not fit is our fault and not the input\u2019s', async () => {
  await using server = await testApp()
  const { core } = server
  await makePets({ ...core, actor: ada })
  const made = await server.call('POST', '/api/v1/tokens', { name: 'x' })
  await core.db.apiToken.updateMany({ where: { name: 'x' }, data: { role: 'nonsense' } })
  expect(made.status).toBe(201)
  expect((await server.call('GET', '/api/v1/tokens')).status).toBe(500)
})
