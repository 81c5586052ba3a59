import { cx } from './cx.ts'
import { type VerdictName, verdictLooks } from './verdict-chip.tsx'

export type ChangeAction = 'added' | 'changed' | 'removed'

const looks: Record<ChangeAction, { glyph: string; hue: string }> = {
  added: { glyph: '+', hue: 'bg-added-soft text-added' },
  removed: { glyph: '−', hue: 'bg-removed-soft text-removed' },
  changed: { glyph: '~', hue: 'bg-changed-soft text-changed' },
}

const verdictInk: Readonly<Record<VerdictName, string>> = {
  breaking: 'text-breaking',
  risky: 'text-risky',
  safe: 'text-ok',
  documentation: 'text-info',
}

export interface ChangeMarkProps {
  action: ChangeAction
  /** How the change was judged: said by the glyph of the verdict, and in the name. */
  verdict?: VerdictName
  className?: string
}

/** `+`, `−` or `~` in the colour of the change, and beside it the glyph of its verdict. */
export function ChangeMark({ action, verdict, className }: ChangeMarkProps) {
  const { glyph, hue } = looks[action]
  const judged = verdict && verdictLooks[verdict]
  const name = judged ? `${action}, ${judged.label.toLowerCase()}` : action
  return (
    <span
      role="img"
      aria-label={name}
      title={name}
      className={cx(
        'inline-flex h-4 min-w-4 shrink-0 items-center justify-center gap-0.5 rounded-sm font-mono text-xs leading-none font-bold',
        judged && 'px-0.5',
        hue,
        className,
      )}
    >
      {glyph}
      {judged && <judged.Icon aria-hidden className={cx('size-3', verdictInk[verdict])} />}
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
