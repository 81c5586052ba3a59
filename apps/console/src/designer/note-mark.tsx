import { MessageSquare } from 'lucide-react'

export interface NoteMarkProps {
  count: number
  /** Shows what was said. */
  onOpen: () => void
}

/** On the corner of a card: how much people said of it, and the way to it. */
export function NoteMark({ count, onOpen }: NoteMarkProps) {
  const words = `${count} ${count === 1 ? 'comment' : 'comments'}`
  return (
    <button
      type="button"
      // The canvas itself is one stop of the Tab key; by keyboard the discussion itself is read.
      tabIndex={-1}
      aria-label={`Show ${words}`}
      title={words}
      onClick={(event) => {
        event.stopPropagation()
        onOpen()
      }}
      onDoubleClick={(event) => event.stopPropagation()}
      className="nodrag tabular absolute -top-2.5 right-2 flex h-5 items-center gap-1 rounded-full border border-line-strong bg-surface px-1.5 text-2xs font-medium text-fg shadow-sm hover:bg-hover"
    >
      <MessageSquare aria-hidden className="size-3" />
      {count}
    </button>
  )
}
