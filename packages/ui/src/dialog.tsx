import { X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from './button.tsx'
import { cx } from './cx.ts'
import { IconButton } from './icon-button.tsx'
import { TextField } from './text-field.tsx'

export interface DialogProps {
  isOpen: boolean
  onClose: () => void
  title: ReactNode
  description?: ReactNode
  children: ReactNode
  /** Buttons at the bottom right, the main one last. */
  footer?: ReactNode
  width?: 'sm' | 'md' | 'lg' | 'xl'
  /** Keeps it open on outside clicks: for forms with work in them. */
  isSticky?: boolean
}

const widths = { sm: 'max-w-sm', md: 'max-w-lg', lg: 'max-w-2xl', xl: 'max-w-4xl' }

/** A modal dialog with a heading, a scrolling body and a row of buttons. */
export function Dialog(props: DialogProps) {
  const { isOpen, onClose, title, description, children, footer, width = 'md', isSticky } = props
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!isSticky}
      className="fixed inset-0 z-50 flex animate-fade-in items-start justify-center overflow-y-auto bg-overlay p-4 pt-[10vh]"
    >
      <Modal className={cx('w-full animate-rise-in rounded-xl bg-raised shadow-float', widths[width])}>
        <AriaDialog className="flex max-h-[80vh] flex-col outline-none">
          <header className="flex items-start gap-3 px-5 pt-4 pb-3">
            <div className="min-w-0 flex-1">
              <Heading slot="title" className="text-lg font-semibold text-fg">
                {title}
              </Heading>
              {description && <p className="mt-1 text-sm text-fg-2">{description}</p>}
            </div>
            <IconButton label="Close" onPress={onClose} className="-mr-1.5">
              <X aria-hidden className="size-4" />
            </IconButton>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-4">{children}</div>
          {footer && (
            <footer className="flex items-center justify-end gap-2 border-t border-line px-5 py-3">
              {footer}
            </footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

export interface ConfirmDialogProps {
  isOpen: boolean
  onClose: () => void
  title: ReactNode
  children?: ReactNode
  /** What the button says: the deed, not "OK". */
  confirmLabel: string
  isDanger?: boolean
  isPending?: boolean
  isDisabled?: boolean
  /** The person types this before the button works. Only for what can't be undone. */
  typeToConfirm?: string
  onConfirm: () => void
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, onClose, title, children, confirmLabel, isDanger, isPending, isDisabled, typeToConfirm } =
    props
  const [typed, setTyped] = useState('')
  const close = () => {
    setTyped('')
    onClose()
  }
  const ready = !isDisabled && (typeToConfirm === undefined || typed === typeToConfirm)
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={title}
      footer={
        <>
          <Button onPress={close}>Cancel</Button>
          <Button
            variant={isDanger ? 'danger' : 'primary'}
            isDisabled={!ready}
            isPending={isPending ?? false}
            onPress={props.onConfirm}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3 text-sm text-fg-2">
        {children}
        {typeToConfirm !== undefined && (
          <TextField
            label={
              <>
                Type <code className="text-fg">{typeToConfirm}</code> to confirm
              </>
            }
            value={typed}
            onChange={setTyped}
            isMono
            autoFocus
          />
        )}
      </div>
    </Dialog>
  )
}
