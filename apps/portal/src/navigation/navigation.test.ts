import type { PortalIndex, PortalOperationSummary } from '@penstock/server'
import { expect, test } from 'vitest'
import { OperationNames } from './operation-name.ts'
import { createSearch } from './search-operations.ts'
import { treeAction } from './tree-keys.ts'
import { groupKey, schemasGroup, treeRows } from './tree-rows.ts'

const operation = (
  id: string,
  method: string,
  path: string,
  summary: string | null,
  operationId: string | null,
) => ({ id, method, path, summary, operationId, deprecated: false }) satisfies PortalOperationSummary

const index: Pick<PortalIndex, 'groups' | 'schemas'> = {
  groups: [
    {
      name: 'repos',
      description: null,
      operations: [
        operation('m1', 'GET', '/repos/{owner}/{repo}', 'Get a repository', 'repos/get'),
        operation('m0', 'DELETE', '/user/starred/{owner}/{repo}', 'Unstar a repository', 'activity/unstar'),
        operation('m2', 'DELETE', '/repos/{owner}/{repo}', 'Delete a repository', 'repos/delete'),
        operation('m3', 'GET', '/repos/{owner}/{repo}/issues', 'List repository issues', 'issues/list'),
      ],
    },
    {
      name: 'pets',
      description: null,
      operations: [
        operation('m4', 'GET', '/pets', null, null),
        operation('m5', 'GET', '/pets2', null, 'twice'),
        operation('m6', 'GET', '/pets3', null, 'twice'),
      ],
    },
  ],
  schemas: ['full-repository', 'webhook-repository-deleted'],
}
const rows = (...open: string[]) => treeRows(index, new Set(open))

test.each([
  ['delete repo', 'm2'],
  ['repository get', 'm1'],
  ['/repos/{owner}/{repo}/issues', 'm3'],
  ['issues/list', 'm3'],
  ['GET /pets', 'm4'],
])('the search for "%s" finds %s first', (text, id) => {
  expect(createSearch(index)(text)[0]).toMatchObject({ operation: { id } })
})

test('the search finds schemas, and nothing for nothing', () => {
  expect(createSearch(index)('full repo')).toContainEqual({ kind: 'schema', name: 'full-repository' })
  expect(createSearch(index)('  ')).toEqual([])
  expect(createSearch(index)('zzzz')).toEqual([])
})

test('an operation is named by its operationId, or by its id where that is missing or shared', () => {
  const names = new OperationNames(index)
  const [get] = index.groups[0]!.operations
  const [without, twice, again] = index.groups[1]!.operations
  expect([get!, without!, twice!, again!].map((one) => names.nameOf(one))).toEqual([
    'repos/get',
    'm4',
    'm5',
    'm6',
  ])
  expect(names.find('repos/get')?.id).toBe('m1')
  expect(names.find('m1')?.id).toBe('m1')
  expect(names.find('gone')).toBeUndefined()
  expect(names.groupNameOf(get!)).toBe('repos')
})

test('the tree shows the entries of open groups only', () => {
  expect(rows().map(({ key }) => key)).toEqual(['overview', 'group repos', 'group pets', 'schemas'])
  expect(rows(groupKey('repos'), schemasGroup)).toHaveLength(4 + 4 + 2)
})

test('keys of the tree move, open and close as in any tree', () => {
  const open = rows(groupKey('repos'))
  expect(treeAction(open, 0, 'ArrowUp')).toEqual({ kind: 'move', to: 0 })
  expect(treeAction(open, 3, 'ArrowLeft')).toEqual({ kind: 'move', to: 1 })
  expect(treeAction(open, 1, 'ArrowLeft')).toEqual({ kind: 'toggle', key: 'group repos' })
  expect(treeAction(open, 1, 'ArrowRight')).toEqual({ kind: 'move', to: 2 })
  expect(treeAction(rows(), 1, 'ArrowRight')).toEqual({ kind: 'toggle', key: 'group repos' })
  expect(treeAction(open, 2, 'Enter')).toEqual({ kind: 'open' })
  expect(treeAction(open, 2, 'End')).toEqual({ kind: 'move', to: open.length - 1 })
  expect(treeAction(open, 2, 'x')).toBeNull()
})
