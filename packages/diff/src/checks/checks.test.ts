import { expect, test } from 'vitest'
import { checkList } from '../index.ts'
import { apiCases } from './cases/apis.fixture.ts'
import { findingsOf } from './cases/case.fixture.ts'
import { operationCases } from './cases/operations.fixture.ts'
import { parameterCases } from './cases/parameters.fixture.ts'
import { requestSchemaCases } from './cases/request-schemas.fixture.ts'
import { responseSchemaCases } from './cases/response-schemas.fixture.ts'
import { routeCases } from './cases/routes.fixture.ts'
import { securityCases } from './cases/security.fixture.ts'
import { serviceCases } from './cases/services.fixture.ts'

const cases = {
  ...operationCases,
  ...parameterCases,
  ...requestSchemaCases,
  ...responseSchemaCases,
  ...securityCases,
  ...serviceCases,
  ...routeCases,
  ...apiCases,
}

test.each(Object.entries(cases))('%s', (check, given) => {
  expect(findingsOf(check, given)).toEqual([given.says])
})

test('every check has a case that raises it', () => {
  expect(Object.keys(cases).sort()).toEqual(checkList.map(({ id }) => id).sort())
})

test('ids of checks are unique, and what they find is a sentence', () => {
  expect(new Set(checkList.map(({ id }) => id)).size).toBe(checkList.length)
  for (const { finds } of checkList) expect(finds).toMatch(/^[A-Z].*\.$/)
})

test('well over sixty checks find what breaks clients or may', () => {
  expect(checkList.filter(({ level }) => level === 'breaking').length).toBeGreaterThan(60)
  expect(
    checkList.filter(({ area, level }) => area === 'behaviour' && level !== 'safe').length,
  ).toBeGreaterThan(30)
})
