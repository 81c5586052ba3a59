import { type ApiRecord, pathOf, type Resource } from '@penstock/model'
import { describe, expect, it } from 'vitest'
import { Editor } from '../../editor/index.ts'
import { partsOf, pathPartEffect, pathPartProblem, setPathPart } from './path-part.ts'

const resource = (id: string, parent: string | null, pathPart: string): ApiRecord => ({
  kind: 'resource',
  id,
  parent,
  pathPart,
})
const records = [
  resource('root', null, ''),
  resource('new', 'root', 'new-path'),
  resource('orders', 'root', 'orders'),
  resource('order', 'orders', '{id}'),
  { kind: 'method', id: 'get', resource: 'new', httpMethod: 'GET' } as const,
]

function typed(text: string) {
  const editor = new Editor(records)
  const record = editor.get('new') as Resource
  const problem = pathPartProblem(editor.definition, record, text)
  if (problem === null) editor.run('rename', (t) => setPathPart(t, record, text))
  const added = editor.definition.size - records.length
  return { problem, path: pathOf(editor.definition, 'new'), added, editor }
}

describe('a path typed as a path part', () => {
  it('loses the slashes around it', () => {
    expect(typed('/rides/')).toMatchObject({ path: '/rides', added: 0 })
    expect(partsOf(' /rides/{id} ')).toEqual(['rides', '{id}'])
  })

  it('makes the resources above, and what hangs on the resource stays on it', () => {
    const { editor, ...rest } = typed('rides/{rideId}/stops')
    expect(rest).toEqual({ problem: null, path: '/rides/{rideId}/stops', added: 2 })
    expect(editor.get('get')).toMatchObject({ resource: 'new' })
    editor.undo()
    expect([...editor.definition.values()]).toEqual(records)
  })

  it('finds the resources that are there', () => {
    expect(typed('orders/{id}/items')).toMatchObject({ path: '/orders/{id}/items', added: 0 })
  })

  it('can be put below its own name', () => {
    expect(typed('new-path/{id}')).toMatchObject({ path: '/new-path/{id}', added: 1 })
  })

  it.each([
    ['orders', /one with this name/],
    ['orders/{id}', /one with this name/],
    ['a//b', /between two of the slashes/],
    [' / ', /not empty/],
    ['rides/{id', /written \{name\}/],
    ['{all+}/more', /nothing comes behind/],
  ])('is refused with a reason: %s', (text, reason) => {
    expect(typed(text).problem).toMatch(reason)
  })

  it('says beforehand what it will make', () => {
    expect(pathPartEffect('rides/{id}')).toBe('Makes /rides above it.')
    expect(pathPartEffect('/rides')).toBeNull()
  })
})
