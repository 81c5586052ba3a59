import { FileText, OctagonAlert, ShieldCheck, TriangleAlert } from 'lucide-react'
import { cx } from './cx.ts'

export type VerdictName = 'breaking' | 'risky' | 'safe' | 'documentation'

/** The word, the colours and the glyph of each verdict, wherever one is said. */
export const verdictLooks: Readonly<
  Record<VerdictName, { label: string; hue: string; Icon: typeof FileText }>
> = {
  breaking: { label: 'Breaking', hue: 'bg-breaking-soft text-breaking', Icon: OctagonAlert },
  risky: { label: 'Risky', hue: 'bg-risky-soft text-risky', Icon: TriangleAlert },
  safe: { label: 'Safe', hue: 'bg-ok-soft text-ok', Icon: ShieldCheck },
  documentation: { label: 'Docs', hue: 'bg-info-soft text-info', Icon: FileText },
}

export interface VerdictChipProps {
  verdict: VerdictName
  /** How many changes have it; leaves the word in place. */
  count?: number
  className?: string
}

/** How a change was judged: glyph, word and colour, so that none of them is needed alone. */
export function VerdictChip({ verdict, count, className }: VerdictChipProps) {
  const { label, hue, Icon } = verdictLooks[verdict]
  return (
    <span
      className={cx(
        'tabular inline-flex h-5 shrink-0 items-center gap-1 rounded-sm px-1.5 text-xs font-medium',
        hue,
        className,
      )}
    >
      <Icon aria-hidden className="size-3" />
      {count === undefined ? label : `${count.toLocaleString('en')} ${label.toLowerCase()}`}
    </span>
  )
}
