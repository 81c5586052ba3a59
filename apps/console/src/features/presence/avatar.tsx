import type { Presence } from '@penstock/server'
import { cx } from '@penstock/ui'
import { initials, personFill } from './person.ts'

/** Somebody's initials in their colour. Says nothing to screen readers: what it stands in has the name. */
export function Avatar({ user, size = 'md' }: { user: Presence['user']; size?: 'sm' | 'md' }) {
  return (
    <span
      aria-hidden
      style={personFill(user.id)}
      className={cx(
        'flex shrink-0 items-center justify-center rounded-full font-semibold',
        size === 'sm' ? 'size-4 text-[9px]' : 'size-6 text-[10px]',
      )}
    >
      {initials(user.name)}
    </span>
  )
}
