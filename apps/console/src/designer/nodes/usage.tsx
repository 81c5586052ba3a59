import type { RecordId } from '@penstock/model'
import { Button } from '@penstock/ui'
import { memo, useCallback } from 'react'
import { useDesigner } from '../designer-context.ts'
import { countInWords } from '../edits/delete-records.ts'
import { usersOf } from '../edits/references.ts'
import { Section } from '../fields/section.tsx'
import { showRecord } from '../show-record.ts'
import { useDerived } from '../use-derived.ts'
import { nodeOf } from './definitions.ts'

const shown = 20

/** Who points at a shared record; a click goes there. */
export const Usage = memo(function Usage({ id }: { id: RecordId }) {
  const designer = useDesigner()
  const { editor } = designer.session
  const ids = useDerived(useCallback((definition) => usersOf(definition, id).map((user) => user.id), [id]))
  const { definition } = editor
  const users = ids.flatMap((user) => definition.get(user) ?? [])
  return (
    <Section title={`Used by ${countInWords(users) ?? 'nothing'}`}>
      {users.length > 0 && (
        <ul className="-mx-2 flex flex-col">
          {users.slice(0, shown).map((user) => {
            const node = nodeOf(user.kind)
            return (
              <li key={user.id}>
                <Button
                  variant="quiet"
                  className="w-full justify-start! font-normal"
                  onPress={() => showRecord(designer, user.id)}
                >
                  {node.method && <span className="font-mono text-xs text-fg-3">{node.method(user)}</span>}
                  <span className="truncate">{node.title(user, definition)}</span>
                </Button>
              </li>
            )
          })}
        </ul>
      )}
      {users.length > shown && <p className="text-xs text-fg-3">and {users.length - shown} more</p>}
    </Section>
  )
})
