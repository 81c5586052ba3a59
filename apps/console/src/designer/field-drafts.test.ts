import { describe, expect, it, vi } from 'vitest'
import { FieldDrafts } from './field-drafts.ts'

describe('FieldDrafts', () => {
  it('keeps what was typed by field, and says how many fields wait and where the first of them is', () => {
    const drafts = new FieldDrafts()
    expect([drafts.count(), drafts.first()]).toEqual([0, null])
    drafts.set('mod_a schema', { text: '{', from: '' })
    drafts.set('met_b name', { text: 'x', from: '' })
    drafts.set('mod_a schema', { text: '{ ', from: '' })
    expect([drafts.count(), drafts.first(), drafts.get('mod_a schema')?.text]).toEqual([2, 'mod_a', '{ '])
    drafts.delete('mod_a schema')
    expect([drafts.count(), drafts.first()]).toEqual([1, 'met_b'])
  })

  it('tells of what is kept and forgotten, and of nothing else', () => {
    const drafts = new FieldDrafts()
    const heard = vi.fn<() => void>()
    const stop = drafts.onChange(heard)
    drafts.set('mod_a schema', { text: '{', from: '' })
    drafts.delete('mod_a other')
    expect(heard).toHaveBeenCalledTimes(1)
    drafts.delete('mod_a schema')
    expect(heard).toHaveBeenCalledTimes(2)
    stop()
    drafts.set('mod_a schema', { text: '{', from: '' })
    expect(heard).toHaveBeenCalledTimes(2)
  })

  it('forgets the fields of one record, and of no other whose id begins alike', () => {
    const drafts = new FieldDrafts()
    drafts.set('mod_a schema', { text: '{', from: '' })
    drafts.set('mod_a name', { text: '', from: '' })
    drafts.set('mod_ab schema', { text: '{', from: '' })
    drafts.forget('mod_a')
    expect([drafts.count(), drafts.first()]).toEqual([1, 'mod_ab'])
  })
})
