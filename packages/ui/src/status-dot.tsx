import { cx } from './cx.ts'

export type Health = 'live' | 'waiting' | 'problem' | 'off'

const looks: Record<Health, { hue: string; label: string }> = {
  live: { hue: 'bg-live', label: 'serving' },
  waiting: { hue: 'bg-risky', label: 'rolling out' },
  problem: { hue: 'bg-danger', label: 'problem' },
  off: { hue: 'border-[1.5px] border-line-strong', label: 'not deployed' },
}

/** The health of a stage. Filled, ringed or empty, so that it does not rest on colour alone. */
export function StatusDot({ health, className }: { health: Health; className?: string }) {
  const { hue, label } = looks[health]
  return (
    <span
      role="img"
      aria-label={label}
      className={cx(
        'inline-block size-2 shrink-0 rounded-full',
        hue,
        health === 'problem' && 'ring-2 ring-danger/30',
        className,
      )}
    />
  )
}
