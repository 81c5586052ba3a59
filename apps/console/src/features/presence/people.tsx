import type { Presence } from '@penstock/server'
import { WithTooltip } from '@penstock/ui'
import { Button } from 'react-aria-components'
import { Avatar } from './avatar.tsx'
import { useOthers } from './room-context.ts'

/** More are counted. */
const shown = 4

/** Who else has this API open; a press goes to what they have selected. */
export function People(props: {
  /** What somebody has selected, in words; null where it is not there (any more). */
  nameOf: (id: string) => string | null
  onGo: (id: string) => void
}) {
  const others = useOthers()
  if (others.length === 0) return null
  const more = others.length - shown
  return (
    <ul aria-label="Also here" className="mr-1 flex items-center -space-x-1">
      {others.slice(0, shown).map((presence) => (
        <li key={`${presence.user.id} ${presence.tab}`}>
          <Person presence={presence} {...props} />
        </li>
      ))}
      {more > 0 && <li className="pl-2 text-xs text-fg-3">and {more} more</li>}
    </ul>
  )
}

function Person(props: {
  presence: Presence
  nameOf: (id: string) => string | null
  onGo: (id: string) => void
}) {
  const { user, selected } = props.presence
  const at = selected.findLast((id) => props.nameOf(id) !== null)
  const text = at === undefined ? `${user.name} is here` : `${user.name} is at ${props.nameOf(at)}`
  return (
    <WithTooltip text={text}>
      <Button
        aria-label={at === undefined ? text : `${text}. Go there`}
        onPress={() => {
          if (at !== undefined) props.onGo(at)
        }}
        className="rounded-full border-2 border-surface outline-none focus-visible:outline-2 focus-visible:outline-focus"
      >
        <Avatar user={user} />
      </Button>
    </WithTooltip>
  )
}
