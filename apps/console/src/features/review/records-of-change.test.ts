import type { ChangeView } from '@penstock/server'
import { expect, it } from 'vitest'
import { recordOfChange } from './records-of-change.ts'

const change: ChangeView = {
  id: 'met_get',
  record: 'met_get',
  kind: 'method',
  action: 'added',
  title: 'Add GET /orders',
  verdict: 'safe',
  findings: [],
  fields: [],
  also: [{ record: 'ups_orders', kind: 'upstream', action: 'added', name: 'upstream orders' }],
  affects: [],
}

it('is the record that was edited, or one that came along where the address asks for it', () => {
  expect(recordOfChange(change, undefined)).toMatchObject({ record: 'met_get', name: 'Add GET /orders' })
  expect(recordOfChange(change, 'ups_orders')).toMatchObject({ name: 'upstream orders' })
  expect(recordOfChange(change, 'of another change')).toMatchObject({ record: 'met_get' })
  expect(recordOfChange(undefined, 'ups_orders')).toBeUndefined()
})
