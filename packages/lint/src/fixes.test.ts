import { applyDiff, type Definition, type Diagnostic, isEmptyDiff, type JsonObject } from '@penstock/model'
import { describe, expect, test } from 'vitest'
import { answering, api, found, get, pets, resource } from './testing.fixture.ts'
import { fixOf } from './fixes.ts'

const id: JsonObject = { name: 'id', in: 'path', required: true }
const gone: JsonObject = { name: 'gone', in: 'path', required: true }
const limit: JsonObject = { name: 'limit', in: 'query' }

/** Presses a quick fix as often, always for what was found at first. */
function press(definition: Definition, problem: Diagnostic, times: number): Definition {
  let current = definition
  for (let time = 0; time < times; time++)
    current = applyDiff(current, fixOf(problem.code)!.apply(current, problem))
  return current
}

describe('a quick fix that is pressed again before anybody looked again', () => {
  test.each<[string, Definition]>([
    ['parameter-not-in-path', pets(get({ parameters: [gone, id, limit] }))],
    ['parameter-declared-twice', pets(get({ parameters: [limit, limit, id] }))],
    ['path-parameter-optional', pets(get({ parameters: [{ name: 'id', in: 'path' }, limit] }))],
    ['enum-value-twice', answering({ enum: ['cat', 'cat', 'dog'] })],
    [
      'schema-keyword-ignored',
      answering({ type: 'integer', exclusiveMinimum: 5 }, api({ dialect: 'oas30' })),
    ],
  ])('of %s touches nothing beside', (code, definition) => {
    const [problem] = found(definition, code)
    const once = press(definition, problem!, 1)
    expect(found(once, code)).toEqual([])
    expect([...press(definition, problem!, 3).values()]).toEqual([...once.values()])
  })
})

describe('a path parameter that is not declared', () => {
  const problem: Diagnostic = {
    code: 'path-parameter-undeclared',
    severity: 'warning',
    message: 'The path parameter "id" is not declared.',
    location: { record: 'met_get' },
  }

  test('is declared once, however often that is pressed', () => {
    expect(press(pets(), problem, 3).get('met_get')).toMatchObject({ parameters: [id] })
    expect(press(pets(), problem, 3).get('met_get')).toEqual(press(pets(), problem, 1).get('met_get'))
  })

  test('is left as it is where somebody declared it meanwhile, by reference or for the whole path', () => {
    const shared = { kind: 'component', id: 'com_1', section: 'parameters', name: 'Id', value: id } as const
    const byRef = pets(get({ parameters: [{ $ref: '#/components/parameters/Id' }] }), shared)
    const ofPath = pets({ ...resource('res_pet', 'res_pets', '{id}'), parameters: [id] } as never)
    for (const definition of [byRef, ofPath])
      expect(isEmptyDiff(fixOf(problem.code)!.apply(definition, problem))).toBe(true)
  })
})
