import { expect, test } from 'vitest'
import type { StageServices } from '../compile-stage.ts'
import { InspectedContent } from './inspected-content.ts'

const pets = { api: 'pets', stage: 'prod' }
const settings = { variables: {} }

test('one bundle is fetched and compiled at a time, and what failed is tried anew', async () => {
  const fetched: string[] = []
  let underWay = 0
  const contents = new InspectedContent({
    // Never asked: no bundle gets as far as being compiled.
    services: {} as StageServices,
    fetchBundle: async (hash) => {
      fetched.push(hash)
      expect(++underWay).toBe(1)
      await Promise.resolve()
      underWay--
      throw new Error(`no ${hash}`)
    },
  })
  const ask = (bundle: string) => contents.stage(pets, { bundle, settings })
  const asked = await Promise.allSettled(['a', 'b', 'a', 'c', 'd', 'e'].map(ask))
  expect(asked.map((each) => each.status === 'rejected' && String(each.reason))).toEqual(
    ['a', 'b', 'a', 'c', 'd', 'e'].map((hash) => `Error: no ${hash}`),
  )
  expect(fetched).toEqual(['a', 'b', 'c', 'd', 'e'])
  await expect(ask('a')).rejects.toThrow('no a')
  expect(fetched).toEqual(['a', 'b', 'c', 'd', 'e', 'a'])
})
