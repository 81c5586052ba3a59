import { Avatar } from './avatar.tsx'
import { personColour } from './person.ts'
import { useOthersAt } from './room-context.ts'

/** Around a node: the ring and the name of whoever else has it selected. */
export function PeopleAtNode({ id }: { id: string }) {
  const others = useOthersAt(id)
  const [first, ...more] = others
  if (!first) return null
  const colour = personColour(first.user.id)
  return (
    <>
      <span
        aria-hidden
        style={{ borderColor: colour }}
        className="pointer-events-none absolute -inset-[3px] rounded-[10px] border-2 border-dashed"
      />
      <span
        style={{ background: colour }}
        className="pointer-events-none absolute right-2 -bottom-2.5 max-w-32 truncate rounded-sm px-1 text-[10px] leading-4 font-medium text-white"
      >
        <span className="sr-only">Also selected by </span>
        {first.user.name}
        {more.length > 0 && ` +${more.length}`}
      </span>
    </>
  )
}

/** In a line or a heading: who else has it selected. */
export function PeopleAtLine({ id }: { id: string }) {
  const others = useOthersAt(id)
  if (others.length === 0) return null
  const names = [...new Set(others.map(({ user }) => user.name))].join(', ')
  return (
    <span
      role="img"
      aria-label={`Also selected by ${names}`}
      title={`Also selected by ${names}`}
      className="flex shrink-0 gap-0.5"
    >
      {others.slice(0, 3).map(({ user, tab }) => (
        <Avatar key={`${user.id} ${tab}`} user={user} size="sm" />
      ))}
    </span>
  )
}
