import type { Presence } from '@penstock/server'
import { createContext, useContext, useMemo, useSyncExternalStore } from 'react'
import { initials, tellingInitials } from './person.ts'
import type { Room } from './room.ts'

/** Where people meet; null where a graph is only looked at. */
export const RoomContext = createContext<Room | null>(null)

const nobody: readonly Presence[] = []
const never = () => () => {}
const noOthers = () => nobody

/** Everybody who has the API open beside this tab. */
export function useOthers(): readonly Presence[] {
  const room = useContext(RoomContext)
  return useSyncExternalStore(room?.subscribe ?? never, room?.others ?? noOthers)
}

/** Who has a record selected. What shows it is drawn again only when that changes. */
export function useOthersAt(id: string): readonly Presence[] {
  const room = useContext(RoomContext)
  const found = () => (room?.others() ?? nobody).filter(({ selected }) => selected.includes(id))
  const key = useSyncExternalStore(room?.subscribe ?? never, () =>
    found()
      .map(({ user, tab }) => `${user.id} ${tab}`)
      .join(),
  )
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the key says who they are
  return useMemo(() => (key === '' ? nobody : found()), [key, room, id])
}

/** What stands for somebody among those who are there. */
export function useInitials(user: Presence['user']): string {
  const room = useContext(RoomContext)
  return useSyncExternalStore(
    room?.subscribe ?? never,
    () =>
      tellingInitials((room?.others() ?? nobody).map((other) => other.user)).get(user.id) ??
      initials(user.name),
  )
}
