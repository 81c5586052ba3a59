import { useEffect } from 'react'
import { liveConnection } from '../app/live.ts'
import { trpcClient } from '../app/trpc.ts'
import type { DesignerSession } from './session.ts'

/** Takes others' changes in while the designer is open, and what was missed when the connection comes back. */
export function useLiveRecords(session: DesignerSession): void {
  useEffect(() => {
    const catchUp = async () => {
      const draft = await trpcClient.draft.load.query({ slug: session.slug })
      session.autosave.reconcile(draft.records)
    }
    let wasAway = false
    const stopState = liveConnection.subscribeState(() => {
      if (liveConnection.state() !== 'open') wasAway = true
      else if (wasAway) {
        wasAway = false
        // A failure here is a connection that went away again: the next opening catches up.
        catchUp().catch(() => {
          wasAway = true
        })
      }
    })
    const stopEvents = liveConnection.subscribe((event) => {
      if (event.type === 'reset') catchUp().catch(() => {})
      if (event.type !== 'records' || event.slug !== session.slug) return
      session.autosave.receive({ changeId: event.changeId, ...event.diff })
    })
    return () => {
      stopState()
      stopEvents()
    }
  }, [session])
}
