import type { RecordId } from '@penstock/model'
import { FolderTree, type LucideIcon, Server, SquareFunction, TestTubeDiagonal, Zap } from 'lucide-react'
import type { EditorTransaction } from '../editor/index.ts'
import type { DesignerContext } from './designer-context.ts'
import { nodeKinds } from './nodes/definitions.ts'
import { showRecord } from './show-record.ts'
import { tellOfAddition } from './tell-of-addition.tsx'
import { addFunction, addHttpUpstream, addMethod, addMock, addResource } from './edits/add-records.ts'

/** Something that can be put on the canvas. */
export interface PaletteItem {
  readonly id: string
  readonly label: string
  readonly description: string
  readonly glyph: LucideIcon
  /** It brings what answers a method. */
  readonly answers?: true
  /** Adds it at a record (or beside all) and answers the record to select. */
  add(transaction: EditorTransaction, at: RecordId | null): RecordId
}

export const paletteItems: readonly PaletteItem[] = [
  { id: 'resource', label: 'Resource', description: 'A part of a path', glyph: FolderTree, add: addResource },
  { id: 'method', label: 'Method', description: 'A verb of a path', glyph: Zap, add: addMethod },
  {
    id: 'mock',
    label: 'Mock',
    description: 'Answers with a template',
    glyph: TestTubeDiagonal,
    answers: true,
    add: addMock,
  },
  {
    id: 'upstream',
    label: 'HTTP upstream',
    description: 'Passes requests to a service',
    glyph: Server,
    answers: true,
    add: addHttpUpstream,
  },
  {
    id: 'function',
    label: 'Function',
    description: 'JavaScript that answers',
    glyph: SquareFunction,
    answers: true,
    add: addFunction,
  },
]

/** What is made beside the canvas: each kind says how. */
export const besideItems: readonly PaletteItem[] = nodeKinds.flatMap(({ kind, noun, glyph, creation }) =>
  creation ? [{ id: kind, label: noun.charAt(0).toUpperCase() + noun.slice(1), glyph, ...creation }] : [],
)

export const allItems: readonly PaletteItem[] = [...paletteItems, ...besideItems]

/**
 * Adds a palette item, shows and selects what was added, and brings its name up for editing. What uses it from the start
 * is written in the same step.
 */
export function runItem(
  designer: DesignerContext,
  id: string,
  at: RecordId | null,
  use?: (transaction: EditorTransaction, added: RecordId) => void,
): void {
  const { session, view } = designer
  const item = allItems.find((candidate) => candidate.id === id)
  if (!item) return
  let added: RecordId | null = null
  session.editor.run(`Add ${item.label.toLowerCase()}`, (transaction) => {
    added = item.add(transaction, at)
    use?.(transaction, added)
  })
  if (added === null) return
  showRecord(designer, added)
  view.setState({ isInspectorOpen: true, addingTo: null, wantsRename: added, justAdded: added })
  tellOfAddition(designer, added)
}
