import type { Definition, RecordId } from '@penstock/model'
import { createContext, type RefObject, useContext, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import type { FlowCanvasHandle } from '../canvas/index.ts'
import type { SaveState } from '../editor/index.ts'
import type { DesignerView, ViewStore } from './designer-view.ts'
import type { DesignerSession } from './session.ts'

/** What every part of the designer works with, and what a command is run with. */
export interface DesignerContext {
  readonly session: DesignerSession
  readonly view: ViewStore
  readonly canvas: RefObject<FlowCanvasHandle | null>
}

export const DesignerContextProvider = createContext<DesignerContext | null>(null)

export function useDesigner(): DesignerContext {
  const context = useContext(DesignerContextProvider)
  if (!context) throw new Error('This component belongs inside the designer.')
  return context
}

export function useView<T>(select: (view: DesignerView) => T): T {
  return useStore(useDesigner().view, select)
}

export function useDefinition(): Definition {
  const { editor } = useDesigner().session
  return useSyncExternalStore(
    (listener) => editor.onChange(listener),
    () => editor.definition,
  )
}

/** The definition as it was when a name or a connection last changed. */
export function useStructure(): Definition {
  const { session } = useDesigner()
  return useSyncExternalStore((listener) => session.editor.onChange(listener), session.structure)
}

export function useSelectedIds(): readonly RecordId[] {
  const { selection } = useDesigner().session.editor
  return useSyncExternalStore(
    (listener) => selection.listen(listener),
    () => selection.ids,
  )
}

/** The state of saving; the same object until it changes. */
export function useSaveState(): SaveState {
  const { autosave } = useDesigner().session
  const text = useSyncExternalStore(
    (listener) => autosave.onChange(listener),
    () => JSON.stringify(autosave.state),
  )
  return JSON.parse(text) as SaveState
}

export function useProblems() {
  const { problems } = useDesigner().session
  return useSyncExternalStore(problems.subscribe, problems.problems)
}
