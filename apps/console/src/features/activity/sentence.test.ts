import type { AuditAction, AuditView } from '@penstock/server'
import { expect, test } from 'vitest'
import { editOf } from './audit-entry.fixture.ts'
import { sentenceOf } from './sentence.ts'

function entry(action: string, data: AuditView['data'], more: Partial<AuditView> = {}): AuditView {
  return {
    ...editOf('1', { api: 'github', apiName: 'GitHub', ...more }),
    action: action as AuditAction,
    data,
  }
}

const said = (one: AuditView) =>
  sentenceOf(one)
    .map((part) => (typeof part === 'string' ? part : part.text))
    .join('')

test('what was done reads as a sentence', () => {
  expect(said(entry('deploy', { stage: 'production', version: 3 }))).toBe('deployed GitHub v3 to production')
  expect(said(entry('rollback', { stage: 'production', version: 4 }))).toBe(
    'rolled production back, as GitHub v4',
  )
  expect(said(entry('edit', { put: { count: 2, ids: ['a', 'b'] }, removed: { count: 1, ids: ['c'] } }))).toBe(
    'edited GitHub (3 records)',
  )
  expect(said(entry('edit', { put: { count: 1, ids: ['a'] }, removed: { count: 0, ids: [] } }))).toBe(
    'edited GitHub (1 record)',
  )
  expect(said(entry('edit', { put: { count: 27, ids: [] }, saves: 19 }))).toBe(
    'edited GitHub (27 records, 19 saves)',
  )
  const settings: [AuditView['data'], string][] = [
    [{ variables: ['backend'] }, 'variables'],
    [{ limits: { timeoutMs: 1000 } }, 'limits'],
    [{ throttle: null }, 'throttling'],
    [{ cache: { enabled: true } }, 'response cache'],
  ]
  for (const [data, what] of settings)
    expect(said(entry('update-stage', { stage: 'production', ...data }))).toBe(
      `changed the ${what} of production of GitHub`,
    )
  expect(said(entry('update-portal', { visibility: 'public' }))).toBe(
    'opened the portal of GitHub to everybody',
  )
  expect(said(entry('update-portal', { visibility: 'off' }))).toBe('closed the portal of GitHub')
  expect(said(entry('change-role', { email: 'bob@example.com', from: 'member', to: 'admin' }))).toBe(
    'made bob@example.com an administrator',
  )
  expect(said(entry('create-token', { name: 'ci', role: 'member' }))).toBe(
    'made the API token ci with the rights of a member',
  )
})

test('it leads to the screen where that is, unless the API is gone', () => {
  expect(sentenceOf(entry('deploy', { stage: 'prod', version: 3 }))).toContainEqual({
    text: 'GitHub v3',
    place: 'deployments',
  })
  const gone = { isApiThere: false }
  expect(sentenceOf(entry('deploy', { stage: 'prod', version: 3 }, gone))).toContainEqual({
    text: 'GitHub v3',
  })
})

test('what a newer version wrote is still shown', () => {
  expect(said(entry('launch-rocket', {}))).toBe('launch-rocket')
})
