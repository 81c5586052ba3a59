import { expect, test } from 'vitest'
import { makePets } from '../commands/core.fixture.ts'
import { testApp } from '../http/app.fixture.ts'
import { presentRecordText } from './record-text.ts'

test('a review shows that the environment of a function is there, and not what it is', async () => {
  await using server = await testApp()
  const { core } = server
  await makePets({ ...core, actor: { name: 'ada@example.com', source: 'api' } })
  await server.call('PUT', '/api/v1/apis/pets/stages/prod', {})
  const code = 'exports.handler = async () => 1'
  await server.call('PUT', '/api/v1/apis/pets/functions/f', { code, environment: { KEY: 'hunter2' } })
  const { definition } = await core.drafts.open('pets')
  const record = [...definition.values()].find(({ kind }) => kind === 'function')!.id
  const { after } = await presentRecordText(core, { slug: 'pets', stage: 'prod', record })
  expect(after).toMatch(/KEY: .*••••/)
  expect(after).not.toContain('hunter2')
})
