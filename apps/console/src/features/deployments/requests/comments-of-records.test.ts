import { expect, test } from 'vitest'
import { commentsOfRecords } from './comments-of-records.ts'

test('comments stand on the node that they are about, those on a change on what was edited', () => {
  const changes = [{ id: 'change 1', record: 'met_list' }]
  const comments = [
    { id: 'whole', change: null, record: null },
    { id: 'on change', change: 'change 1', record: null },
    { id: 'on node', change: null, record: 'met_list' },
    { id: 'elsewhere', change: null, record: 'res_pets' },
    { id: 'gone', change: 'change 2', record: null },
  ]
  expect(commentsOfRecords(comments, changes)).toEqual(
    new Map([
      ['met_list', ['on change', 'on node']],
      ['res_pets', ['elsewhere']],
    ]),
  )
})
