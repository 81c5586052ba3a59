import type { Diagnostic, RecordId } from '@penstock/model'
import { createStore } from 'zustand'
import { isSnappingWanted } from './arrange/snap-choice.ts'
import type { PickerState } from './picker-state.ts'
import { everything, type ProblemFilter } from './problems/problem-list.ts'

export type DrawerTab = 'try-it' | 'route' | 'problems'

/** What is open on the screen. Nothing of it is saved with the API. */
export interface DesignerView {
  readonly isOutlineOpen: boolean
  readonly isInspectorOpen: boolean
  /** The API as a document beside the canvas, which may be hidden then. */
  readonly isCodeOpen: boolean
  readonly isCanvasOpen: boolean
  /** The inspector made room for the code, and comes back when that is closed. */
  readonly wasInspectorOpen: boolean
  readonly drawer: DrawerTab | null
  /** The node that something is being added to, or only what answers it; null when nothing is. */
  readonly addingTo: { readonly id: RecordId | null; readonly answers?: true } | null
  /** Where on the screen the menu of the selection is open; null while it is not. */
  readonly menuAt: { readonly x: number; readonly y: number } | null
  /** Where the menu of the canvas is open, or that of an edge; null while neither is. */
  readonly canvasMenu: CanvasMenuState | null
  /** What is chosen from at a place on the screen. */
  readonly picker: PickerState | null
  /** Records that others use, of which a person is asked whether they go. */
  readonly deleting: readonly RecordId[] | null
  readonly isPointing: boolean
  /** What is dragged falls on the grid and into line with what is near. */
  readonly isSnapping: boolean
  /** What is being dragged from the palette. */
  readonly dragged: string | null
  readonly isResolving: boolean
  /** Requests to move the focus; whoever is meant fulfils them and sets them back. */
  readonly wantsSearch: boolean
  readonly wantsInspector: boolean
  readonly wantsCode: boolean
  readonly wantsDrawer: boolean
  readonly wantsRename: RecordId | null
  /** The part of the selected record whose field is to have the focus. */
  readonly wantsField: readonly (string | number)[] | null
  /** The same, once a text that shows it took it on. */
  readonly wantsPart: { readonly taker: string; readonly path: readonly (string | number)[] } | null
  readonly problemFilter: ProblemFilter
  /** The problem that was gone to last. */
  readonly lastProblem: Diagnostic | null
  /** Whose name is being edited where it stands: on its card, or on its line of the outline. */
  readonly renaming: { readonly id: RecordId; readonly on: 'card' | 'line' } | null
  /** Added a moment ago and not left since: that it lacks something is not held against it yet. */
  readonly justAdded: RecordId | null
  /** Dropped on the canvas, and not painted there yet: its form comes after that. */
  readonly justDropped: RecordId | null
}

export interface CanvasMenuState {
  readonly at: { readonly x: number; readonly y: number }
  readonly edge: { readonly source: RecordId; readonly target: RecordId } | null
}

export type ViewStore = ReturnType<typeof createViewStore>

export function createViewStore() {
  return createStore<DesignerView>(() => ({
    isOutlineOpen: true,
    isInspectorOpen: true,
    isCodeOpen: false,
    isCanvasOpen: true,
    wasInspectorOpen: false,
    drawer: null,
    addingTo: null,
    menuAt: null,
    canvasMenu: null,
    picker: null,
    deleting: null,
    isPointing: false,
    isSnapping: isSnappingWanted(),
    dragged: null,
    isResolving: false,
    wantsSearch: false,
    wantsInspector: false,
    wantsCode: false,
    wantsDrawer: false,
    wantsRename: null,
    wantsField: null,
    wantsPart: null,
    problemFilter: everything,
    lastProblem: null,
    renaming: null,
    justAdded: null,
    justDropped: null,
  }))
}
