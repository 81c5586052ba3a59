import { type ApiRecord, type HttpMethod, httpMethods } from '@penstock/model'
import { expect, test } from 'vitest'
import { changes, model, pets } from './definition.fixture.ts'

const resource = (id: string, pathPart: string, parent = 'res_root'): ApiRecord => ({
  kind: 'resource',
  id,
  parent,
  pathPart,
})
const method = (at: string, httpMethod: HttpMethod): ApiRecord => ({
  kind: 'method',
  id: `met_${at}_${httpMethod}`,
  resource: at,
  httpMethod,
  integration: 'int_1',
})

test('routes are listed by path, and at a path by method as references list them', () => {
  const after = pets(
    ...[...httpMethods].reverse().map((name) => method('res_a', name)),
    resource('res_a', 'a'),
    resource('res_below', '{id}', 'res_a'),
    method('res_below', 'DELETE'),
    method('res_below', 'GET'),
    resource('res_beside', 'a-b'),
    method('res_beside', 'GET'),
  )
  expect(changes(pets(), after).map(({ title }) => title)).toEqual([
    ...httpMethods.map((name) => `Add ${name} /a`),
    'Add GET /a/{id}',
    'Add DELETE /a/{id}',
    'Add GET /a-b',
  ])
})

test('the worst still comes first, and what is no route comes after the routes', () => {
  const before = pets(resource('res_z', 'z'), method('res_z', 'GET'))
  const after = pets(model('Aardvark', {}), resource('res_a', 'a'), method('res_a', 'POST'))
  expect(changes(before, after).map(({ verdict, title }) => `${verdict} ${title}`)).toEqual([
    'breaking Remove GET /z',
    'safe Add POST /a',
    'safe Add model Aardvark',
  ])
})
