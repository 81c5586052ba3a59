import { cx } from './cx.ts'

export interface KbdProps {
  /** The keys of one keystroke, already named for this platform: `['⌘', 'K']`. */
  keys: readonly string[]
  className?: string
}

export function Kbd({ keys, className }: KbdProps) {
  return (
    <kbd className={cx('inline-flex gap-0.5 font-sans text-2xs', className)}>
      {keys.map((key) => (
        <span
          key={key}
          className="inline-flex h-4 min-w-4 items-center justify-center rounded-sm border border-line bg-surface px-1 text-fg-2"
        >
          {key}
        </span>
      ))}
    </kbd>
  )
}
