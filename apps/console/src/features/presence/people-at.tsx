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

/**
 * In a line or a heading: who else has it selected, so many of them and how many more. What it stands in tells screen
 * readers by `useAlsoSelected`.
 */
export function PeopleAtLine({ id, most }: { id: string; most: number }) {
  const others = useOthersAt(id)
  const text = useAlsoSelected(id)
  if (text === undefined) return null
  const people = [...new Map(others.map(({ user }) => [user.id, user])).values()]
  return (
    <span aria-hidden title={text} className="flex shrink-0 items-center gap-0.5">
      {people.slice(0, most).map((user) => (
        <Avatar key={user.id} user={user} size="sm" />
      ))}
      {people.length > most && <span className="text-2xs text-fg-2">+{people.length - most}</span>}
    </span>
  )
}
