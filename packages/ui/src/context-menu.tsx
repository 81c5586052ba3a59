import { type ReactNode, useRef } from 'react'
import { Menu as AriaMenu } from 'react-aria-components'
import { Popover } from './popover.tsx'

export interface ContextMenuProps {
  /** Where on the screen it opens; null while it is closed. */
  at: { readonly x: number; readonly y: number } | null
  /** Read by screen readers. */
  label: string
  onClose: () => void
  children: ReactNode
}

/** A menu of actions at the pointer, or at what has the keyboard. */
export function ContextMenu({ at, label, onClose, children }: ContextMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null)
  return (
    <>
      <span
        ref={anchor}
        aria-hidden
        className="pointer-events-none fixed size-px"
        style={{ left: at?.x ?? 0, top: at?.y ?? 0 }}
      />
      <Popover
        aria-label={label}
        triggerRef={anchor}
        isOpen={at !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose()
        }}
        placement="bottom start"
        offset={2}
        className="min-w-48"
      >
        <AriaMenu
          aria-label={label}
          autoFocus="first"
          onClose={onClose}
          className="p-1 outline-none"
          onContextMenu={(event) => event.preventDefault()}
        >
          {children}
        </AriaMenu>
      </Popover>
    </>
  )
}
