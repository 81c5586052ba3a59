import { expect, it } from 'vitest'
import type { Change } from '../types.ts'
import { changeOf } from './change.fixture.ts'
import { foldChanges, isFold } from './fold-changes.ts'

const lost = (path: string, parameter = 'since', more: Partial<Change> = {}) =>
  changeOf(path, {
    title: `Remove query parameter ${parameter} from GET ${path}`,
    verdict: 'risky',
    findings: [
      {
        check: 'parameter-removed',
        verdict: 'risky',
        message: `The query parameter ${parameter} is gone.`,
        location: { record: path, path: ['parameters'] },
      },
    ],
    ...more,
  })
const shown = (changes: readonly Change[]) =>
  foldChanges(changes).map((entry) =>
    isFold(entry) ? [entry.title, ...entry.changes.map(({ id }) => id)] : entry.title,
  )

it('shows the same edit of many operations once, at the place of the first, with all of them inside', () => {
  const other = changeOf('x', { title: 'Change the base path of the API' })
  expect(shown([lost('/a'), other, lost('/b'), lost('/c')])).toEqual([
    ['Remove query parameter since from 3 operations', '/a', '/b', '/c'],
    'Change the base path of the API',
  ])
})

it('leaves two alone, and what only looks alike', () => {
  expect(shown([lost('/a'), lost('/b')])).toHaveLength(2)
  expect(shown([lost('/a'), lost('/b'), lost('/c', 'until')])).toHaveLength(3)
  const severe = lost('/c', 'since', { verdict: 'breaking' })
  expect(shown([lost('/a'), lost('/b'), severe])).toHaveLength(3)
  const taken = lost('/c', 'since', { acknowledged: { reason: 'x', by: 'y', actor: null, at: '' } })
  expect(shown([lost('/a'), lost('/b'), taken])).toHaveLength(3)
})

it('tells what came and went one by one', () => {
  const gone = ['/a', '/b', '/c'].map((path) =>
    changeOf(path, { title: `Remove GET ${path}`, action: 'removed', verdict: 'breaking' }),
  )
  expect(shown(gone)).toHaveLength(3)
})

it('tells models apart from operations', () => {
  const model = (name: string) =>
    changeOf(name, {
      title: `Change the type of "id" of model ${name}`,
      kind: 'model',
      findings: [
        {
          check: 'response-type-changed',
          verdict: 'breaking',
          message: `The type of "id" in responses of GET /${name} is string, it was integer.`,
          location: {},
        },
      ],
    })
  expect(shown(['Pet', 'Toy', 'Cat'].map(model))).toEqual([
    ['Change the type of "id" of 3 models', 'Pet', 'Toy', 'Cat'],
  ])
})

it('loses no change', () => {
  const changes = [lost('/a'), lost('/b'), lost('/c'), lost('/d', 'until'), changeOf('x')]
  const ids = foldChanges(changes).flatMap((entry) => (isFold(entry) ? entry.changes : [entry]))
  expect(ids).toHaveLength(changes.length)
})
