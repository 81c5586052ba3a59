import { describe, expect, it, vi } from 'vitest'
import { FieldDrafts, fieldOfAll } from './field-drafts.ts'

describe('FieldDrafts', () => {
  it('keeps what was typed by field, and says how many fields wait and where the first of them is', () => {
    const drafts = new FieldDrafts()
    expect([drafts.count(), drafts.first()]).toEqual([0, []])
    drafts.set('mod_a schema', { text: '{', from: '' }, true)
    drafts.set('met_b name', { text: 'x', from: '' }, true)
    drafts.set('mod_a schema', { text: '{ ', from: '' }, true)
    expect([drafts.count(), drafts.first(), drafts.get('mod_a schema')?.text]).toEqual([2, ['mod_a'], '{ '])
    drafts.delete('mod_a schema')
    expect([drafts.count(), drafts.first()]).toEqual([1, ['met_b']])
  })

  it('does not count a field in which somebody types what can be taken, and keeps it all the same', () => {
    const drafts = new FieldDrafts()
    drafts.set('met_b name', { text: 'li', from: '' }, false)
    expect([drafts.count(), drafts.first(), drafts.size]).toEqual([0, [], 1])
    drafts.set('met_b name', { text: 'li st', from: '' }, true)
    expect([drafts.count(), drafts.first()]).toEqual([1, ['met_b']])
    drafts.set('met_b name', { text: 'list', from: '' }, false)
    expect([drafts.count(), drafts.get('met_b name')?.text]).toEqual([0, 'list'])
  })

  it('tells of what is kept and forgotten, and of nothing else', () => {
    const drafts = new FieldDrafts()
    const heard = vi.fn<() => void>()
    const stop = drafts.onChange(heard)
    drafts.set('mod_a schema', { text: '{', from: '' }, true)
    drafts.delete('mod_a other')
    expect(heard).toHaveBeenCalledTimes(1)
    drafts.delete('mod_a schema')
    expect(heard).toHaveBeenCalledTimes(2)
    stop()
    drafts.set('mod_a schema', { text: '{', from: '' }, true)
    expect(heard).toHaveBeenCalledTimes(2)
  })

  it('forgets the fields of one record, and of no other whose id begins alike', () => {
    const drafts = new FieldDrafts()
    drafts.set('mod_a schema', { text: '{', from: '' }, true)
    drafts.set('mod_a name', { text: '', from: '' }, true)
    drafts.set('mod_ab schema', { text: '{', from: '' }, true)
    drafts.forget('mod_a')
    expect([drafts.count(), drafts.first()]).toEqual([1, ['mod_ab']])
  })

  it('keeps what is typed for several records at once, in whatever order they were selected, until one of them goes', () => {
    const drafts = new FieldDrafts()
    drafts.set(fieldOfAll(['met_b', 'met_a'], 'Timeout'), { text: '-', from: '' }, true)
    expect(drafts.get(fieldOfAll(['met_a', 'met_b'], 'Timeout'))?.text).toBe('-')
    expect(drafts.first()).toEqual(['met_a', 'met_b'])
    drafts.forget('met_c')
    expect(drafts.count()).toBe(1)
    drafts.forget('met_b')
    expect(drafts.count()).toBe(0)
  })
})
