import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createViewStore } from '../designer-view.ts'
import { toggleCode } from './toggle-code.ts'

beforeEach(() => vi.stubGlobal('window', { innerWidth: 1280 }))
afterEach(() => vi.unstubAllGlobals())

const toggle = (view: ReturnType<typeof createViewStore>) => toggleCode(view, { wantsCode: false })

it('closes the inspector for the code where there is no room for both, and brings it back after', () => {
  const view = createViewStore()
  toggle(view)
  expect(view.getState()).toMatchObject({ isCodeOpen: true, isInspectorOpen: false })
  toggle(view)
  expect(view.getState()).toMatchObject({ isCodeOpen: false, isInspectorOpen: true })
})

it('leaves the inspector closed for somebody who opened and closed it beside the code', () => {
  const view = createViewStore()
  toggle(view)
  view.setState({ isInspectorOpen: true })
  view.setState({ isInspectorOpen: false })
  toggle(view)
  expect(view.getState()).toMatchObject({ isCodeOpen: false, isInspectorOpen: false })
})
