import type { ReactNode } from 'react'
import { cx } from './cx.ts'

export interface TableProps {
  /** Read by screen readers. */
  label: string
  children: ReactNode
  className?: string
}

/** A plain table with 32 px rows. Rows that lead somewhere hold a link or a button; the row itself is not a control. */
export function Table({ label, children, className }: TableProps) {
  return (
    <table aria-label={label} className={cx('w-full border-collapse text-left text-sm', className)}>
      {children}
    </table>
  )
}

export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead className="sticky top-0 z-10 bg-surface">
      <tr className="border-b border-line">{children}</tr>
    </thead>
  )
}

export interface CellProps {
  children?: ReactNode
  /** Right aligned with tabular figures. */
  isNumber?: boolean
  /** Holds buttons: right aligned, and no higher than a row of text. */
  isActions?: boolean
  className?: string
}

export function Th({ children, isNumber, className }: CellProps) {
  return (
    <th
      scope="col"
      className={cx(
        'h-8 px-3 text-xs font-medium whitespace-nowrap text-fg-3',
        isNumber && 'text-right',
        className,
      )}
    >
      {children}
    </th>
  )
}

export interface TrProps {
  children: ReactNode
  isSelected?: boolean
  /** For the pointer, anywhere in the row. What a button in it does without a handler of its own: for the keyboard. */
  onClick?: () => void
  className?: string
}

export function Tr({ children, isSelected, onClick, className }: TrProps) {
  return (
    <tr
      {...(onClick ? { onClick } : {})}
      className={cx(
        'border-b border-line transition-[background-color] last:border-b-0',
        isSelected ? 'bg-accent-soft' : 'hover:bg-hover/60',
        className,
      )}
    >
      {children}
    </tr>
  )
}

export function Td({ children, isNumber, isActions, className }: CellProps) {
  return (
    <td
      className={cx(
        'h-8 px-3',
        isActions ? 'py-0 text-right' : 'py-1.5',
        isNumber && 'tabular text-right',
        className,
      )}
    >
      {children}
    </td>
  )
}
