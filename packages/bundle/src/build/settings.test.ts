import { expect, test } from 'vitest'
import { checkBuild } from '../build.ts'
import { petApi } from './definition.fixture.ts'

test('credentials for any origin are reported, since no gateway allows them', () => {
  const mock = { type: 'mock' } as const
  const codes = (allowOrigins: string[]) =>
    checkBuild(
      petApi(
        mock,
        {},
        { kind: 'api', id: 'api_1', name: 'pets', cors: { allowOrigins, allowCredentials: true } },
      ),
    ).map(({ code }) => code)
  expect(codes(['*'])).toEqual(['cors-credentials-for-any-origin'])
  expect(codes(['https://a.example'])).toEqual([])
})
