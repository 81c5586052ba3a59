import type { Presence } from '@penstock/server'
import { cx } from '@penstock/ui'
import { personFill } from './person.ts'
import { useInitials } from './room-context.ts'

/**
 * Somebody's initials in their colour, others than those of whoever else is there. Says nothing to screen readers: what
 * it stands in has the name.
 */
export function Avatar({ user, size = 'md' }: { user: Presence['user']; size?: 'sm' | 'md' }) {
  const initials = useInitials(user)
  return (
    <span
      aria-hidden
      style={personFill(user.id)}
      className={cx(
        'flex shrink-0 items-center justify-center rounded-full font-semibold whitespace-nowrap',
        size === 'sm' ? 'h-4 min-w-4 px-1 text-[9px]' : 'h-6 min-w-6 px-1 text-[10px]',
      )}
    >
      {initials}
    </span>
  )
}
