import { cx } from '@penstock/ui'
import { type ProblemMark, wordsOf } from './problem-marks.ts'

/**
 * How bad it is, by shape and glyph as well as by hue: a disc for errors, a triangle for warnings, and behind it how
 * many there are when there is more than one.
 */
export function ProblemBadge(props: {
  mark: ProblemMark
  /** It is read out by what it stands on. */
  isDescribed?: boolean
  className?: string
}) {
  const { mark, isDescribed = false, className } = props
  const isError = mark.errors > 0
  const count = mark.errors + mark.warnings
  const words = wordsOf(mark)
  return (
    <span
      {...(isDescribed ? { 'aria-hidden': true } : { role: 'img', 'aria-label': words })}
      title={words}
      className={cx(
        'tabular inline-flex h-4 shrink-0 items-center gap-0.5 rounded-full text-2xs leading-none font-semibold',
        isError ? 'text-danger' : 'text-risky',
        className,
      )}
    >
      <svg aria-hidden viewBox="0 0 14 14" className="size-3.5">
        {isError ? (
          <circle cx="7" cy="7" r="6" fill="currentColor" />
        ) : (
          <path d="M7 1.2 13.2 12.4H.8Z" fill="currentColor" stroke="currentColor" strokeLinejoin="round" />
        )}
        <path
          d={isError ? 'M7 3.8v3.9' : 'M7 5v3.4'}
          stroke="var(--color-surface)"
          strokeWidth="1.6"
          strokeLinecap="round"
        />
        <circle cx="7" cy={isError ? 10.1 : 10.6} r="0.95" fill="var(--color-surface)" />
      </svg>
      {count > 1 && <span aria-hidden>{count > 99 ? '99+' : count}</span>}
    </span>
  )
}
