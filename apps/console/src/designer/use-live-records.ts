import { useEffect, useRef } from 'react'
import { liveConnection } from '../app/live.ts'
import { loadIfChanged } from '../app/load-draft.ts'
import { useNameOf } from '../app/person-name.tsx'
import { useUser } from '../app/session.ts'
import { tab } from '../app/tab.ts'
import type { DesignerSession } from './session.ts'

/** Takes others' changes in while the designer is open, and what was missed when the connection comes back. */
export function useLiveRecords(session: DesignerSession): void {
  const nameOf = useNameOf()
  const { email } = useUser()
  const names = useRef(nameOf)
  useEffect(() => {
    names.current = nameOf
  }, [nameOf])
  useEffect(() => {
    const catchUp = () => session.catchUp((tag) => loadIfChanged(session.slug, tag))
    // The draft was read before this listened, perhaps before the connection was there.
    let wasAway = true
    // What could not be read now is a connection that went away: the next opening catches up.
    const later = () => {
      wasAway = true
    }
    const hearState = () => {
      if (liveConnection.state() !== 'open') wasAway = true
      else if (wasAway) {
        wasAway = false
        catchUp().catch(later)
      }
    }
    const stopState = liveConnection.subscribeState(hearState)
    const stopEvents = liveConnection.subscribe((event) => {
      if (event.type === 'reset') catchUp().catch(later)
      if (event.type === 'layout' && event.slug === session.slug && event.tab !== tab)
        session.layoutSave.receive(event.positions)
      if (event.type === 'text' && event.slug === session.slug && event.tab !== tab) session.code.heard()
      if (event.type !== 'records' || event.slug !== session.slug) return
      const { changeId, version, by, diff } = event
      const isOwn = by === email
      session.autosave.receive({ changeId, version, by: names.current(by), isOwn, ...diff })
    })
    hearState()
    return () => {
      stopState()
      stopEvents()
    }
  }, [session, email])
}
