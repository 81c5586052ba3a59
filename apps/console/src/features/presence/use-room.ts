import { useEffect, useMemo } from 'react'
import { liveConnection } from '../../app/live.ts'
import { tab } from '../../app/tab.ts'
import { trpcClient } from '../../app/trpc.ts'
import { Room, type RoomTransport } from './room.ts'

interface Selecting {
  readonly ids: readonly string[]
  listen(listener: () => void): () => void
}

/** Meets the others who have an API open, for as long as it is open here. */
export function useRoom(slug: string, selection: Selecting): Room {
  const room = useMemo(() => new Room(slug, tab, transportOf(slug)), [slug])
  useEffect(() => {
    room.select(selection.ids)
    void room.enter()
    const stops = [
      selection.listen(() => room.select(selection.ids)),
      liveConnection.subscribe((event) => room.receive(event)),
      liveConnection.subscribeState(() => {
        if (liveConnection.state() === 'open') void room.enter()
      }),
    ]
    return () => {
      for (const stop of stops) stop()
      room.leave()
    }
  }, [room, selection])
  return room
}

function transportOf(slug: string): RoomTransport {
  return {
    list: () => trpcClient.presence.list.query({ slug }),
    show: (selected) => trpcClient.presence.show.mutate({ slug, tab, selected: [...selected] }),
    leave: () => trpcClient.presence.leave.mutate({ slug, tab }),
  }
}
