import { expect, it } from 'vitest'
import { limitFields, limitsDraftOf, readLimitsDraft, type StageLimits, usualText } from './limits-draft.ts'

const full: StageLimits = {
  timeoutMs: 1_500,
  requestBodyBytes: 52_428_800,
  responseBodyBytes: 1_000,
  headerBytes: 20_000,
  urlBytes: 4_000,
}

it('reads back what it wrote', () => {
  expect(readLimitsDraft(limitsDraftOf(full))).toEqual({ limits: full })
  expect(readLimitsDraft(limitsDraftOf(null))).toEqual({ limits: null })
  expect(readLimitsDraft({ ...limitsDraftOf(null), timeoutMs: ' 0,25 ' })).toEqual({
    limits: { timeoutMs: 250 },
  })
})

it.each(['ten', '-1', '1e9', '9'.repeat(20)])('says of the field that %s is no limit', (headerBytes) => {
  const answer = readLimitsDraft({ ...limitsDraftOf(full), headerBytes })
  expect(answer).toEqual({ problems: { headerBytes: expect.any(String) } })
})

it('shows what holds where nothing is written, in the unit of the field', () => {
  const [time, body, , headers] = limitFields('REST')
  const usual = {
    timeoutMs: 29_000,
    requestBodyBytes: 10_485_760,
    responseBodyBytes: 10_485_760,
    headerBytes: null,
    urlBytes: 10_240,
  }
  expect([time!, body!, headers!].map((field) => usualText(field, usual))).toEqual(['29', '10', 'no limit'])
  expect(limitFields('WEBSOCKET')).toEqual([time])
})
