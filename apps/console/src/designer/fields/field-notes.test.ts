import type { Method } from '@penstock/model'
import { describe, expect, test } from 'vitest'
import { FieldNotes, ownerOf, partChanges } from './field-notes.ts'

const method: Method = {
  kind: 'method',
  id: 'met_a',
  resource: 'res_root',
  httpMethod: 'GET',
  summary: 'Orders',
  responses: { 200: { description: 'ok' }, 404: { description: 'none' } },
}

/** The form of the method with these fields, while somebody else makes these of it one after the other. */
function changed(fields: readonly string[], ...versions: readonly Method[]) {
  const notes = new FieldNotes(method)
  for (const field of fields) notes.add(field)
  let from = method
  for (const to of versions) {
    notes.take({ from, to, by: 'Mia' }, 1)
    notes.hold(to)
    from = to
  }
  const said = () =>
    Object.fromEntries(
      fields.flatMap((field) => {
        const note = notes.noteOf(field)
        return note ? [[field, note.detail]] : []
      }),
    )
  return { notes, said }
}

describe('FieldNotes', () => {
  test('a field that somebody else changed says who that was and what it was before', () => {
    const { notes, said } = changed(['summary', 'httpMethod'], { ...method, summary: 'All orders' })
    expect(said()).toEqual({ summary: 'it was “Orders”' })
    expect(notes.noteOf('summary')).toEqual({ by: 'Mia', at: 1, detail: 'it was “Orders”' })
    expect(notes.summary()).toBe('Mia changed summary')
  })

  test.each<[string, Partial<Method>, Record<string, string | null>]>([
    ['a choice', { httpMethod: 'PUT' }, { 'httpMethod resource': 'it was “GET”' }],
    ['a box that was not ticked', { deprecated: true }, { deprecated: 'it was not set' }],
    ['a list', { tags: ['a'] }, { tags: 'it was not set' }],
    [
      'a row',
      { responses: { ...method.responses, 404: { description: 'gone' } } },
      { 'responses.404': 'description was “none”' },
    ],
    ['a row that is gone', { responses: { 200: { description: 'ok' } } }, { responses: '404 was removed' }],
    ['a part that was not there', { requestBody: { content: {} } }, { requestBody: 'it is new' }],
  ])('%s is told by the innermost field that shows it', (_, change, notes) => {
    const responses = Object.keys(change.responses ?? method.responses!).map(
      (status) => `responses.${status}`,
    )
    const fields = ['httpMethod resource', 'deprecated', 'tags', 'responses', 'requestBody', ...responses]
    expect(changed(fields, { ...method, ...change }).said()).toEqual(notes)
  })

  test('who types on is told once, with what was there before', () => {
    const { said } = changed(['summary'], { ...method, summary: 'A' }, { ...method, summary: 'All' })
    expect(said()).toEqual({ summary: 'it was “Orders”' })
  })

  test('nothing is said any more once it was looked at, is as it was, or became something else here', () => {
    const theirs = { ...method, summary: 'All' }
    const seen = changed(['summary', 'httpMethod'], theirs)
    seen.notes.see('httpMethod')
    expect(seen.said()).toEqual({ summary: 'it was “Orders”' })
    seen.notes.see('summary')
    expect(seen.said()).toEqual({})
    expect(changed(['summary'], theirs, method).said()).toEqual({})
    const undone = changed(['summary'], theirs)
    undone.notes.hold({ ...theirs, summary: 'Mine' })
    expect(undone.said()).toEqual({})
    expect(undone.notes.summary()).toBe('')
  })

  test('a row that comes after the change that made it says so, and its list does not', () => {
    const to = { ...method, responses: { ...method.responses, 500: { description: 'broken' } } }
    const { notes } = changed(['responses'], to)
    expect(notes.noteOf('responses')?.detail).toBe('500 is new')
    const remove = notes.add('responses.500')
    expect(notes.noteOf('responses')).toBeNull()
    expect(notes.noteOf('responses.500')).not.toBeNull()
    remove()
    expect(notes.noteOf('responses')).not.toBeNull()
  })

  test('a name with dots is one step of the way', () => {
    expect(ownerOf(['environment', 'a.b', 'c'], ['environment', 'environment.a.b', 'a'])).toBe(
      'environment.a.b',
    )
    expect(ownerOf(['other'], ['environment'])).toBeNull()
  })

  test('a list of one length is compared item by item, one of another length is one part', () => {
    const a = { name: 'a', in: 'query' }
    const b = { name: 'b', in: 'query' }
    const from = { ...method, parameters: [a, b] }
    const paths = (to: Method) => partChanges(from, to).map(({ path }) => path)
    expect(paths({ ...from, parameters: [a, { ...b, name: 'c' }] })).toEqual([['parameters', 1, 'name']])
    expect(paths({ ...from, parameters: [a] })).toEqual([['parameters']])
  })
})
