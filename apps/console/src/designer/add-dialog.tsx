import { Dialog } from '@penstock/ui'
import { useDesigner, useView } from './designer-context.ts'
import { recordOfPart } from '../editor/index.ts'
import { nodeOf } from './nodes/definitions.ts'
import { addable } from './addable.ts'

/** What the node takes, or what can answer it, as a list to choose from: Tab on the canvas. */
export function AddDialog() {
  const designer = useDesigner()
  const addingTo = useView((view) => view.addingTo)
  const close = () => designer.view.setState({ addingTo: null })
  const { editor } = designer.session
  const record = addingTo?.id ? editor.get(recordOfPart(addingTo.id)) : undefined
  const items = addingTo ? addable(designer, addingTo) : []
  const name = record && nodeOf(record.kind).title(record, editor.definition)
  const title = !name ? 'Add to the API' : addingTo?.answers ? `Answer ${name} with` : `Add to ${name}`
  return (
    <Dialog isOpen={addingTo !== null} onClose={close} title={title} width="sm">
      {items.length === 0 && <p className="text-sm text-fg-2">Nothing can be added to this node.</p>}
      {/* Room for the ring of the first and the last: the dialog cuts off what is beyond it. */}
      <ul className="-mx-2 flex flex-col gap-0.5 py-0.5">
        {items.map(({ id, label, description, glyph: Glyph, run }, index) => (
          <li key={id}>
            <button
              type="button"
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened by a key to choose from this list
              autoFocus={index === 0}
              onClick={run}
              onKeyDown={(event) => {
                const sibling = {
                  ArrowDown: 'nextElementSibling',
                  ArrowUp: 'previousElementSibling',
                } as const
                const key = event.key as keyof typeof sibling
                if (!(key in sibling)) return
                event.preventDefault()
                const next = event.currentTarget.parentElement?.[sibling[key]]
                next?.querySelector('button')?.focus()
              }}
              className="flex w-full items-center gap-3 rounded-md px-2 py-1.5 text-left text-sm hover:bg-hover focus-visible:bg-hover"
            >
              <Glyph aria-hidden className="size-4 text-fg-3" />
              <span className="font-medium">{label}</span>
              <span className="text-xs text-fg-3">{description}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
