import { expect, it } from 'vitest'
import { type KeyLike, shortcutKeys, shortcutProgress } from './shortcut.ts'

const key = (name: string, modifiers: Partial<KeyLike> = {}): KeyLike => ({
  key: name,
  metaKey: false,
  ctrlKey: false,
  shiftKey: false,
  altKey: false,
  ...modifiers,
})

it('matches one key with its modifiers and nothing else', () => {
  expect(shortcutProgress('mod+z', [key('z', { ctrlKey: true })])).toBe('complete')
  expect(shortcutProgress('mod+z', [key('Z', { ctrlKey: true, shiftKey: true })])).toBe('no')
  expect(shortcutProgress('mod+shift+z', [key('Z', { ctrlKey: true, shiftKey: true })])).toBe('complete')
  expect(shortcutProgress('z', [key('z', { ctrlKey: true })])).toBe('no')
})

it('matches a printed sign whether or not the layout needs shift for it', () => {
  expect(shortcutProgress('?', [key('?', { shiftKey: true })])).toBe('complete')
  expect(shortcutProgress('?', [key('?')])).toBe('complete')
})

it('follows a sequence key by key', () => {
  expect(shortcutProgress('g r', [key('g')])).toBe('partial')
  expect(shortcutProgress('g r', [key('g'), key('r')])).toBe('complete')
  expect(shortcutProgress('g r', [key('g'), key('d')])).toBe('no')
})

it('names keys as the platform does', () => {
  expect(shortcutKeys('mod+shift+k', true)).toEqual([['⌘', '⇧', 'K']])
  expect(shortcutKeys('g r', false)).toEqual([['G'], ['R']])
})

it('knows the space bar by its name', () => {
  expect(shortcutProgress('Space', [key(' ')])).toBe('complete')
  expect(shortcutKeys('Space', false)).toEqual([['Space']])
})
