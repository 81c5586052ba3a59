import { toast } from '@penstock/ui'
import type { DesignerContext } from '../designer-context.ts'
import { countInWords, deleteRecords, doomedBy, protectedBecause } from '../edits/delete-records.ts'
import { usersOf } from '../edits/references.ts'

/** Takes what is selected away once it was copied. What others use stays, and is said. */
export function cutSelection({ session: { editor } }: DesignerContext): void {
  const { definition, selection } = editor
  const chosen = selection.ids.filter((id) => {
    const record = definition.get(id)
    return record !== undefined && protectedBecause(record) === null
  })
  const going = doomedBy(definition, chosen)
  const stays = chosen.filter((id) => usersOf(definition, id).some((user) => !going.has(user.id)))
  const gone = chosen.filter((id) => !stays.includes(id))
  editor.run('Cut', (transaction) => void deleteRecords(transaction, gone))
  if (stays.length === 0) return
  const words = countInWords(stays.flatMap((id) => definition.get(id) ?? []))
  toast({
    title: `${words} copied, not cut`,
    description: 'Others use it: cutting it would leave them without.',
  })
}
