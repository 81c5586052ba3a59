import type { RecordId } from '@penstock/model'
import { type ReactNode, useContext } from 'react'
import { type DesignerContext, DesignerContextProvider, useView } from '../designer-context.ts'
import { RenameInput } from './rename-input.tsx'
import { startRenaming } from './start-renaming.ts'

/** A card whose title is edited on it, by a double click or F2; in a review it is only the card. */
export function RenameOnCard({ id, children }: { id: RecordId; children: ReactNode }) {
  const designer = useContext(DesignerContextProvider)
  if (!designer) return children
  return (
    <Editable designer={designer} id={id}>
      {children}
    </Editable>
  )
}

function Editable(props: { designer: DesignerContext; id: RecordId; children: ReactNode }) {
  const { designer, id, children } = props
  const isRenaming = useView(({ renaming }) => renaming?.id === id && renaming.on === 'card')
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- F2 does the same for the keyboard
    <div
      className="relative size-full"
      onDoubleClick={(event) => {
        const isTitle = event.target instanceof Element && event.target.closest('.node-title') !== null
        if (isTitle && startRenaming(designer, id, 'card')) event.stopPropagation()
      }}
    >
      {children}
      {isRenaming && (
        <div className="absolute inset-0 flex items-center rounded-lg border border-accent bg-surface px-1.5">
          <RenameInput id={id} />
        </div>
      )}
    </div>
  )
}
