import { FileUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, DropZone, FileTrigger, Text } from 'react-aria-components'
import { buttonClass } from './button.tsx'
import { cx } from './cx.ts'

export interface FileDropProps {
  /** Says what to drop. */
  label: string
  children?: ReactNode
  /** File name endings for the file chooser, e.g. `['.json']`. */
  accept?: readonly string[]
  onFile: (file: File) => void
  className?: string
}

/** A place to drop one file on, with a button that opens the file chooser. */
export function FileDrop({ label, children, accept, onFile, className }: FileDropProps) {
  return (
    <DropZone
      onDrop={(event) => {
        const item = event.items.find((candidate) => candidate.kind === 'file')
        if (item?.kind === 'file') void item.getFile().then(onFile)
      }}
      className={cx(
        'flex flex-col items-center gap-2 rounded-lg border border-dashed border-line-strong/70 bg-sunken px-4 py-8 text-center transition-[background-color]',
        'drop-target:border-accent drop-target:bg-accent-soft',
        className,
      )}
    >
      <FileUp aria-hidden className="size-5 text-fg-3" />
      <Text slot="label" className="text-sm text-fg-2">
        {label}
      </Text>
      {children}
      <FileTrigger
        {...(accept ? { acceptedFileTypes: accept } : {})}
        onSelect={(files) => {
          const file = files?.[0]
          if (file) onFile(file)
        }}
      >
        <Button className={buttonClass('secondary')}>Choose a file</Button>
      </FileTrigger>
    </DropZone>
  )
}
