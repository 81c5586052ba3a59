import type { Definition, RecordId } from '@penstock/model'
import { toast } from '@penstock/ui'
import type { DesignerContext } from '../designer-context.ts'
import { ownerOf } from '../edits/references.ts'
import { nodeOf } from '../nodes/definitions.ts'
import type { Clip } from './clip.ts'
import { readClip } from './clip-text.ts'
import { type Pasted, pasteRecords } from './paste-records.ts'

/** Pastes what a text from the clipboard holds onto the selection, shows it, and says what was not as it might seem. */
export function pasteText({ session, canvas }: DesignerContext, text: string): void {
  const { editor, graph } = session
  const clip = readClip(text)
  if (typeof clip === 'string') {
    toast({ title: 'Nothing to paste', description: clip })
    return
  }
  const at = placeFor(editor.definition, clip, editor.selection.primary)
  let pasted: Pasted = { roots: [], refusals: [], withoutSecrets: [] }
  editor.run('Paste', (transaction) => {
    pasted = pasteRecords(transaction, clip, { at })
  })
  const { roots, refusals, withoutSecrets } = pasted
  if (refusals.length > 0)
    toast({
      title: roots.length === 0 ? 'This can’t be pasted here' : 'Not all of it could be pasted',
      description: refusals.join(' '),
    })
  else if (withoutSecrets.length > 0) {
    const names = withoutSecrets.flatMap((id) => {
      const record = editor.get(id)
      return record ? [nodeOf(record.kind).title(record, editor.definition)] : []
    })
    toast({
      title: `Give ${names.join(', ')} its secrets`,
      description: 'The values of its environment are not copied.',
    })
  }
  const [first] = roots
  if (first === undefined) return
  graph.reveal(roots)
  editor.selection.set(roots)
  canvas.current?.bringIntoSight(first)
}

/** What is pasted while it is still selected goes beside itself, not into itself. */
function placeFor(definition: Definition, clip: Clip, primary: RecordId | null): RecordId | null {
  const record = primary === null ? undefined : definition.get(primary)
  return record && clip.roots.includes(record.id) ? ownerOf(record) : primary
}
