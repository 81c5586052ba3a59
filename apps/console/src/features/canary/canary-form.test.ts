import { expect, test } from 'vitest'
import { changedSettings, formOf, percentOf, problemsOf, settingsOf, stickyText } from './canary-form.ts'

test.each([
  ['10', 10],
  [' 0.5 % ', 0.5],
  ['12,5', 12.5],
  ['0', 0],
  ['100', 100],
  ['100.1', undefined],
  ['-1', undefined],
  ['', undefined],
  ['1e1', undefined],
])('%j is %j percent', (text, percent) => {
  expect(percentOf(text)).toBe(percent)
})

test('a form says the settings that it was made of', () => {
  for (const sticky of [null, { by: 'apiKey' }, { by: 'header', name: 'x-user' }] as const) {
    const settings = { percentTraffic: 2.5, stageVariableOverrides: { backend: 'b' }, sticky }
    const { sticky: said = null, ...rest } = settingsOf(formOf(settings))!
    expect({ ...rest, sticky: said }).toEqual(settings)
  }
  expect(settingsOf(formOf(null))).toEqual({ percentTraffic: 10, stageVariableOverrides: {} })
})

test('what is wrong is said of its field, and nothing is sent', () => {
  const form = { ...formOf(null), percent: 'a lot', by: 'cookie' as const, name: 'not a name' }
  expect(Object.keys(problemsOf(form))).toEqual(['percent', 'name'])
  expect(settingsOf(form)).toBeUndefined()
})

test('who stays is said in words', () => {
  expect(stickyText(null)).toBe('by chance')
  expect(stickyText({ by: 'cookie', name: 'session' })).toBe('each cookie session on one side')
})

test('what is sent is what was changed since the form was opened', () => {
  const before = { percentTraffic: 10, stageVariableOverrides: { a: '1' }, sticky: null }
  const { sticky: _, ...same } = before
  expect(changedSettings(before, same)).toEqual({})
  expect(changedSettings(before, { ...same, percentTraffic: 20 })).toEqual({ percentTraffic: 20 })
  const others = { stageVariableOverrides: {}, sticky: { by: 'apiKey' as const } }
  expect(changedSettings(before, { ...same, ...others })).toEqual(others)
  expect(changedSettings({ ...before, sticky: { by: 'apiKey' } }, same)).toEqual({ sticky: null })
})
