import type { AuditView } from '@penstock/server'
import { expect, test } from 'vitest'
import { joinEdits } from './join-edits.ts'

const edit = (id: string, more: Partial<AuditView> = {}): AuditView => ({
  id,
  at: id,
  api: 'pets',
  apiName: 'Pets',
  action: 'edit',
  actor: 'ada',
  actorName: null,
  source: 'console',
  data: { put: { count: 1, ids: [`r${id}`] }, removed: { count: 0, ids: [] } },
  ...more,
})

test('saves of one person that follow each other are one row, at the time of the latest', () => {
  const [one, ...others] = joinEdits([edit('3'), edit('2'), edit('1')])
  expect(others).toEqual([])
  expect(one).toMatchObject({ id: '3', data: { saves: 3, put: { count: 3, ids: ['r3', 'r2', 'r1'] } } })
})

test('another person, another API or another deed between them keeps them apart', () => {
  const entries = [edit('4'), edit('3', { actor: 'bob' }), edit('2', { api: 'orders' }), edit('1')]
  expect(joinEdits(entries)).toEqual(entries)
  const deployed = [edit('3'), edit('2', { action: 'deploy', data: {} }), edit('1')]
  expect(joinEdits(deployed)).toEqual(deployed)
})
