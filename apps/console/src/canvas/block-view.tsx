import { type ChangeAction, ChangeMark, cx } from '@penstock/ui'

export interface BlockLabel {
  readonly title: string
  /** What changed in it, if anything did. */
  readonly change: ChangeAction | null
  readonly isFaint: boolean
}

/** A group seen from afar: its name, how many operations it holds, and whether something in it changed. */
export function BlockView(props: {
  label: BlockLabel
  leaves: number
  height: number
  zoom: number
  isSelected: boolean
}) {
  const { label, leaves, height, zoom, isSelected } = props
  // As large as reads well on the screen, as small as the block demands.
  const size = Math.min(12 / zoom, height * 0.6)
  const isNamed = size * zoom >= 6
  return (
    <div
      className={cx(
        'flex size-full items-start gap-[0.5em] overflow-hidden rounded-lg border bg-surface px-[0.6em] text-fg',
        isSelected ? 'border-accent ring-4 ring-accent/30' : 'border-line',
        label.isFaint && 'opacity-45',
      )}
      style={{ fontSize: size, lineHeight: `${Math.min(height, size * 1.8)}px` }}
    >
      {isNamed && (
        <>
          {label.change && (
            <span style={{ zoom: size / 14 }}>
              <ChangeMark action={label.change} />
            </span>
          )}
          <span className="min-w-0 truncate font-medium">{label.title}</span>
          {leaves > 0 && <span className="tabular shrink-0 text-fg-3">{leaves}</span>}
        </>
      )}
    </div>
  )
}
