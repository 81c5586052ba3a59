import { expect, it } from 'vitest'
import { FieldUndo } from './field-undo.ts'

function enter(value: string) {
  const field = { value }
  const undo = new FieldUndo()
  undo.settle(field)
  const type = (text: string, inputType = 'insertText') => {
    field.value = text
    undo.typed(field, inputType)
  }
  return { field, undo, type }
}

it('is the document’s until something is typed', () => {
  const { field, undo } = enter('orders')
  expect([undo.isOwn(field, 'undo'), undo.isOwn(field, 'redo')]).toEqual([false, false])
})

it('is the field’s own until all that was typed is taken back, and so is redo', () => {
  const { field, undo, type } = enter('orders')
  type('orders2')
  expect(undo.isOwn(field, 'undo')).toBe(true)
  type('orders', 'historyUndo')
  expect([undo.isOwn(field, 'undo'), undo.isOwn(field, 'redo')]).toEqual([false, true])
  type('orders2', 'historyRedo')
  expect([undo.isOwn(field, 'undo'), undo.isOwn(field, 'redo')]).toEqual([true, false])
})

it('is the document’s once Enter took what was typed', () => {
  const { field, undo, type } = enter('orders')
  type('orders2')
  undo.settle(field)
  expect(undo.isOwn(field, 'undo')).toBe(false)
})

it('is the document’s where others wrote into the field', () => {
  const { field, undo } = enter('orders')
  field.value = 'theirs'
  expect(undo.isOwn(field, 'undo')).toBe(false)
})

it('is of one field: what was typed in another is not taken back here', () => {
  const { undo, type } = enter('orders')
  type('orders2')
  const next = { value: 'other' }
  undo.settle(next)
  expect(undo.isOwn(next, 'undo')).toBe(false)
})
