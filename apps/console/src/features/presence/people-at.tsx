import { Avatar } from './avatar.tsx'
import { personColour, personFill } from './person.ts'
import { useOthersAt } from './room-context.ts'

/** Around a node: the ring and the name of whoever else has it selected. */
export function PeopleAtNode({ id }: { id: string }) {
  const others = useOthersAt(id)
  const [first, ...more] = others
  if (!first) return null
  return (
    <>
      <span
        aria-hidden
        style={{ borderColor: personColour(first.user.id) }}
        className="pointer-events-none absolute -inset-[3px] rounded-[10px] border-2 border-dashed"
      />
      <span
        style={personFill(first.user.id)}
        className="pointer-events-none absolute right-2 -bottom-2.5 max-w-32 truncate rounded-sm px-1 text-[10px] leading-4 font-medium"
      >
        <span className="sr-only">Also selected by </span>
        {first.user.name}
        {more.length > 0 && ` +${more.length}`}
      </span>
    </>
  )
}

/** "Also selected by Ada and Bob", for screen readers; undefined when nobody else has it selected. */
export function useAlsoSelected(id: string): string | undefined {
  const names = [...new Set(useOthersAt(id).map(({ user }) => user.name))]
  return names.length === 0 ? undefined : `Also selected by ${names.join(' and ')}`
}

/** In a line or a heading: who else has it selected. What it stands in tells screen readers by `useAlsoSelected`. */
export function PeopleAtLine({ id }: { id: string }) {
  const others = useOthersAt(id)
  const text = useAlsoSelected(id)
  if (text === undefined) return null
  return (
    <span aria-hidden title={text} className="flex shrink-0 gap-0.5">
      {others.slice(0, 3).map(({ user, tab }) => (
        <Avatar key={`${user.id} ${tab}`} user={user} size="sm" />
      ))}
    </span>
  )
}
