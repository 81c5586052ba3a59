import { type ApiRecord, type Definition, definitionOf } from '@penstock/model'
import { expect, test } from 'vitest'
import { lint, Linter } from './index.ts'
import { defineRule, type Rule } from './rule.ts'
import { answering, api, get, model, pets, ref, resource, service } from './testing.fixture.ts'

function change(definition: Definition, ...records: ApiRecord[]): Definition {
  return definitionOf([...definition.values(), ...records])
}

/** Counts which records are looked at. */
function counting(rule: Rule): { rule: Rule; seen: string[] } {
  const seen: string[] = []
  if (!('on' in rule)) throw new Error('Only rules about records look at records.')
  return {
    seen,
    rule: {
      ...rule,
      check(record, scope) {
        seen.push(record.id)
        return rule.check(record, scope)
      },
    },
  }
}

const readsPath = defineRule({
  id: 'reads-path',
  severity: 'warning',
  title: 'Reads the path',
  why: 'A test.',
  mend: 'Nothing.',
  on: ['method'],
  check: (method, scope) => [{ message: scope.pathOf(method.resource) }],
})

test('a rule about records runs on those that changed and on those that looked at one of them', () => {
  const { rule, seen } = counting(readsPath)
  const linter = new Linter([rule])
  const start = pets(get({ id: 'met_root', resource: 'res_root' }))
  linter.update(start)
  expect(seen).toEqual(['met_get', 'met_root'])
  seen.length = 0
  const renamed = change(start, resource('res_pets', 'res_root', 'animals'))
  const changed = linter.update(renamed)
  expect(seen).toEqual(['met_get'])
  expect([...changed]).toEqual(['met_get'])
  expect(linter.groups.get('met_get')?.[0]?.message).toBe('/animals/{id}')
})

test('what a reference leads to is watched by its name, also before it is there', () => {
  const linter = new Linter()
  const missing = answering({ properties: { owner: ref('Owner') } })
  linter.update(missing)
  expect(linter.diagnostics().map(({ code }) => code)).toEqual(['schema-reference-missing'])
  linter.update(change(missing, model('Owner', {})))
  expect(linter.diagnostics()).toEqual([])
})

test('any series of edits ends in what a first look at the result finds', () => {
  const linter = new Linter()
  const steps: Definition[] = [
    pets(),
    pets(get({ requestBody: {} })),
    answering({ enum: ['a', 'a'], example: 'b' }),
    pets(api({ compatibility: 'aws' }), service({ timeoutMs: 60_000 })),
    pets(service({ uri: 'http://pets.example/{petId}' }), get({ summary: undefined })),
    definitionOf([]),
    pets(),
  ]
  for (const definition of steps) {
    linter.update(definition)
    const sorted = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).sort()
    expect(sorted(linter.diagnostics())).toEqual(sorted(lint(definition)))
  }
})

test('what did not change keeps its list, and is not named as changed', () => {
  const linter = new Linter()
  const start = pets(get({ requestBody: {} }))
  linter.update(start)
  const before = linter.groups.get('met_get')
  expect([...linter.update(change(start, resource('res_more', 'res_root', 'more')))]).toEqual([])
  expect(linter.groups.get('met_get')).toBe(before)
})

test('a level of the API replaces a rule’s own, a record’s own replaces both, and anything else is not taken', () => {
  const body = get({ requestBody: {} })
  const levels = (level: string) => pets(body, api({ rest: { 'x-penstock-lint': { 'body-on-get': level } } }))
  expect(lint(levels('error')).map(({ severity }) => severity)).toEqual(['error'])
  expect(lint(levels('off'))).toEqual([])
  expect(lint(levels('loud')).map(({ severity }) => severity)).toEqual(['warning'])
  const own = change(levels('error'), { ...body, rest: { 'x-penstock-lint': { 'body-on-get': 'info' } } })
  expect(lint(own).map(({ severity }) => severity)).toEqual(['info'])
})

test('run in steps it finds the same', () => {
  const linter = new Linter()
  const definition = pets(get({ requestBody: {} }))
  let pauses = 0
  const steps = linter.steps(definition)
  for (let step = steps.next(); !step.done; step = steps.next()) pauses++
  expect(pauses).toBeGreaterThan(5)
  expect(linter.diagnostics()).toEqual(lint(definition))
})

test('hostile records are linted to an end', () => {
  let deep: Record<string, unknown> = {}
  for (let depth = 0; depth < 400; depth++) deep = { properties: { a: deep }, required: ['a'], example: {} }
  const circle = [resource('res_a', 'res_b', '{a}'), resource('res_b', 'res_a', '{b}')]
  const definition = answering(deep as never, ...circle, get({ resource: 'res_a' }))
  expect(() => lint(definition)).not.toThrow()
})
