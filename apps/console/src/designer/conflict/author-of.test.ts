import { expect, test } from 'vitest'
import { editOf } from '../../features/activity/audit-entry.fixture.ts'
import { authorOf } from './author-of.ts'

const at = '2026-05-04T10:00:00.000Z'
const edit = (actorName: string | null, data: object) =>
  editOf('1', { actor: 'bea@example.com', actorName, at, data: data as {} })
const none = { count: 0, ids: [] }

test('who saved the revision of theirs is who changed it, by name, and when', () => {
  const entries = [
    edit('Cy Clerk', { version: 9, put: { count: 1, ids: ['met_other'] }, removed: none }),
    edit('Bea Booker', { version: 8, put: { count: 1, ids: ['met_list'] }, removed: none }),
  ]
  expect(authorOf({ id: 'met_list', revision: 8 }, entries)).toEqual({
    by: 'Bea Booker',
    at: Date.parse(at),
  })
})

test('of what was removed it is who removed it; a token by what it is called', () => {
  const entries = [edit(null, { version: 9, put: none, removed: { count: 1, ids: ['met_list'] } })]
  expect(authorOf({ id: 'met_list', revision: null }, entries)?.by).toBe('bea@example.com')
})

test('what the log does not tell is not made up', () => {
  expect(authorOf({ id: 'met_list', revision: 3 }, [edit('Bea', { version: 9 })])).toBeNull()
  expect(authorOf({ id: 'met_list', revision: null }, [edit('Bea', { version: 9 })])).toBeNull()
})
