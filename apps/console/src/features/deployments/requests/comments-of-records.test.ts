import { expect, test } from 'vitest'
import { commentsOfRecords } from './comments-of-records.ts'

test('comments stand on the node that they are about, those on a change on what was edited, answers with them', () => {
  const changes = [{ id: 'change 1', record: 'met_list' }]
  const said = (id: string, on: { change?: string; record?: string; replyTo?: string } = {}) => ({
    id,
    change: on.change ?? null,
    record: on.record ?? null,
    replyTo: on.replyTo ?? null,
    isDeleted: false,
    resolvedAt: null,
  })
  const comments = [
    said('whole'),
    said('on change', { change: 'change 1' }),
    said('on node', { record: 'met_list' }),
    said('elsewhere', { record: 'res_pets' }),
    said('gone', { change: 'change 2' }),
    said('answer', { replyTo: 'on change' }),
  ]
  expect(commentsOfRecords(comments, changes)).toEqual(
    new Map([
      ['met_list', ['on change', 'answer', 'on node']],
      ['res_pets', ['elsewhere']],
    ]),
  )
})
