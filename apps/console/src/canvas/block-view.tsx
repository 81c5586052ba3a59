import { type ChangeAction, ChangeMark, cx } from '@penstock/ui'
import type { ReactNode } from 'react'
import type { Block } from '../layout/index.ts'

export interface BlockLabel {
  readonly title: string
  /** What changed in it, if anything did. */
  readonly change: ChangeAction | null
  readonly isFaint: boolean
  /** What else is marked in it: in the whole of it, or in itself where its parts are drawn beside it. */
  readonly badge?: (isWhole: boolean) => ReactNode
}

/** A group seen from afar: its name, how many operations it holds, and whether something in it changed. */
export function BlockView(props: { label: BlockLabel; block: Block; zoom: number; isSelected: boolean }) {
  const { label, block, zoom, isSelected } = props
  const { width, height, nodes, leaves } = block
  const badge = label.badge?.(!block.isDivided)
  // In a tall narrow column the name runs along it.
  const isUpright = height > width * 1.5 && width * zoom < 72
  // As large as reads well on the screen, as small as the block demands.
  const size = Math.min(12 / zoom, (isUpright ? width : height) * 0.7)
  const isNamed = size * zoom >= 8
  return (
    <div
      className={cx(
        'flex size-full items-center gap-[0.6em] overflow-hidden border-solid px-[0.6em]',
        label.isFaint ? 'bg-transparent font-normal text-fg-3' : 'bg-surface font-medium text-fg',
        isUpright && 'rotate-180 justify-end py-[0.6em] [writing-mode:vertical-rl]',
        isSelected ? 'border-accent' : label.change ? 'border-changed' : 'border-line-strong/50',
      )}
      style={{
        fontSize: size,
        lineHeight: 1.4,
        borderWidth: (isSelected ? 2 : 1) / zoom,
        borderRadius: 4 / zoom,
      }}
    >
      {isNamed && (
        <>
          {label.change && (
            <span style={{ zoom: size / 14 }} className={cx('flex', isUpright && 'rotate-90')}>
              <ChangeMark action={label.change} />
            </span>
          )}
          <span className="min-w-0 truncate">{nodes === 1 ? label.title : `${nodes} more`}</span>
          {badge && (
            <span style={{ zoom: size / 14 }} className={cx('flex', isUpright && 'rotate-90')}>
              {badge}
            </span>
          )}
          {leaves > 0 && <span className="tabular shrink-0 text-fg-3">{leaves}</span>}
        </>
      )}
    </div>
  )
}
