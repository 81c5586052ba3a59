import { expect, test } from 'vitest'
import { editOf as edit } from './audit-entry.fixture.ts'
import { joinEdits } from './join-edits.ts'

test('saves of one person that follow each other are one row, at the time of the latest', () => {
  const [one, ...others] = joinEdits([edit('3'), edit('2'), edit('1')])
  expect(others).toEqual([])
  expect(one).toMatchObject({ id: '3', data: { saves: 3, put: { count: 3, ids: ['r3', 'r2', 'r1'] } } })
})

test('another person, another API or another deed between them keeps them apart', () => {
  const entries = [edit('4'), edit('3', { actorId: 'bob' }), edit('2', { apiId: 'orders' }), edit('1')]
  expect(joinEdits(entries)).toMatchObject(entries)
  const deployed = [edit('3'), edit('2', { action: 'deploy', data: {} }), edit('1')]
  expect(joinEdits(deployed)).toMatchObject(deployed)
})

test('a row keeps its key when another save joins it, so that what is open in it stays open', () => {
  const keys = (...ids: string[]) => joinEdits(ids.map((id) => edit(id))).map(({ key }) => key)
  expect(keys('3', '2', '1')).toEqual(keys('2', '1'))
})
