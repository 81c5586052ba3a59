import { cx } from './cx.ts'

export type ChangeAction = 'added' | 'changed' | 'removed'

const looks: Record<ChangeAction, { glyph: string; hue: string }> = {
  added: { glyph: '+', hue: 'bg-added-soft text-added' },
  removed: { glyph: '−', hue: 'bg-removed-soft text-removed' },
  changed: { glyph: '~', hue: 'bg-changed-soft text-changed' },
}

export interface ChangeMarkProps {
  action: ChangeAction
  className?: string
}

/** `+`, `−` or `~` in the colour of the change. */
export function ChangeMark({ action, className }: ChangeMarkProps) {
  const { glyph, hue } = looks[action]
  return (
    <span
      role="img"
      aria-label={action}
      className={cx(
        'inline-flex size-4 shrink-0 items-center justify-center rounded-sm font-mono text-xs leading-none font-bold',
        hue,
        className,
      )}
    >
      {glyph}
    </span>
  )
}

export interface ChangeCountsProps {
  added: number
  changed: number
  removed: number
  className?: string
}

/** `+2 ~1 −3`, leaving out the zeros. */
export function ChangeCounts({ added, changed, removed, className }: ChangeCountsProps) {
  if (added + changed + removed === 0) return <span className={cx('text-fg-3', className)}>no changes</span>
  return (
    <span
      role="img"
      aria-label={`${added} added, ${changed} changed, ${removed} removed`}
      className={cx('tabular inline-flex gap-1.5 font-mono text-xs font-medium', className)}
    >
      {added > 0 && <span className="text-added">+{added.toLocaleString('en')}</span>}
      {changed > 0 && <span className="text-changed">~{changed.toLocaleString('en')}</span>}
      {removed > 0 && <span className="text-removed">−{removed.toLocaleString('en')}</span>}
    </span>
  )
}
