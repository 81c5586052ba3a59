import type { ApiRecord, Diagnostic } from '@penstock/model'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { loadIfChanged, takeDraft } from '../app/load-draft.ts'
import { useUser } from '../app/session.ts'
import { ProblemView } from '../app/problem-view.tsx'
import { openPlan } from '../app/open-changes.ts'
import { trpc } from '../app/trpc.ts'
import { RoomContext } from '../features/presence/room-context.ts'
import { useRoom } from '../features/presence/use-room.ts'
import { useConflictAuthors } from './conflict/use-conflict-authors.ts'
import { DesignerSkeleton } from './designer-skeleton.tsx'
import { draftTransport } from './draft-transport.ts'
import { startLayoutWorker } from './graph-model.ts'
import { groupingChoice, rememberGrouping } from './grouping-choice.ts'
import { leftPlace, rememberPlace } from './left-place.ts'
import { openSessions } from './open-sessions.ts'
import { DesignerSession } from './session.ts'
import { useLiveRecords } from './use-live-records.ts'
import { Workbench } from './workbench.tsx'

const none: readonly ApiRecord[] = []
const unchecked: readonly Diagnostic[] = []

export interface DesignerProps {
  slug: string
  stage?: string
  /** A record to open on, from a link: it is selected and brought into sight. */
  selected?: string
}

/** The designer of one API: loads the draft, or goes on with the session that was left. */
export function Designer({ slug, stage, selected }: DesignerProps) {
  const [attempt, setAttempt] = useState(0)
  return (
    <Opening
      key={`${slug} ${attempt}`}
      slug={slug}
      stage={stage}
      selected={selected}
      onRetry={() => setAttempt(attempt + 1)}
    />
  )
}

interface OpeningProps {
  slug: string
  stage: string | undefined
  selected: string | undefined
  onRetry: () => void
}

function Opening({ slug, stage, selected, onRetry }: OpeningProps) {
  const [opened, setOpened] = useState<DesignerSession | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const { id: user } = useUser()
  useEffect(() => {
    let session = openSessions.take(slug)
    let isGone = false
    // The worker starts while the draft is on its way.
    const worker = session ? null : startLayoutWorker()
    const open = async () => {
      if (session) await session.catchUp((tag) => loadIfChanged(slug, tag))
      else {
        const draft = await takeDraft(slug)
        if (!isGone)
          session = new DesignerSession(draft, draftTransport(slug), {
            layout: worker ?? startLayoutWorker(),
            left: leftPlace(user, slug),
          })
      }
      if (isGone || !session) return
      if (selected !== undefined && session.editor.get(selected)) {
        session.editor.selection.set([selected])
        session.lookAtSelected()
      }
      setOpened(session)
    }
    open().catch((error: unknown) => {
      if (!isGone) setFailure(error)
    })
    return () => {
      isGone = true
      setOpened(null)
      if (session) {
        if (session.isWorthKeeping) {
          void session.autosave.flush()
          openSessions.keep(session)
        } else session[Symbol.dispose]()
      } else worker?.terminate()
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what a link selects while it is open is selected in there
  }, [slug])
  if (failure !== null)
    return <ProblemView error={failure} title="The draft could not be opened" onRetry={onRetry} />
  return opened ? <Open session={opened} stage={stage} selected={selected} /> : <DesignerSkeleton />
}

/** Groups operations as this person did last, and remembers what is chosen. */
function useGrouping({ graph, slug }: DesignerSession): void {
  const { id } = useUser()
  useEffect(() => {
    graph.group(groupingChoice(id, slug))
    return graph.subscribe(() => rememberGrouping(id, slug, graph.grouping()))
  }, [graph, id, slug])
}

/** Remembers where this person looked, for when they come back or load the page anew. */
function useRememberedPlace(session: DesignerSession): void {
  const { id } = useUser()
  useEffect(() => {
    const remember = () => rememberPlace(id, session.slug, session.left())
    window.addEventListener('pagehide', remember)
    return () => {
      window.removeEventListener('pagehide', remember)
      remember()
    }
  }, [session, id])
}

interface OpenProps {
  session: DesignerSession
  stage: string | undefined
  selected: string | undefined
}

function Open({ session, stage, selected }: OpenProps) {
  useLiveRecords(session)
  useConflictAuthors(session)
  const room = useRoom(session.slug, session.editor.selection)
  useGrouping(session)
  useRememberedPlace(session)
  useEffect(() => {
    if (selected === undefined || !session.editor.get(selected)) return
    session.graph.reveal([selected])
    session.editor.selection.set([selected])
  }, [session, selected])
  const stages = useQuery(trpc.stages.list.queryOptions({ slug: session.slug }))
  // Marks compare with the stage that is named, else with the first that was ever deployed to.
  const compared =
    stage ?? stages.data?.find((each) => each.name !== 'preview' && each.version !== null)?.name
  const plan = useQuery({
    ...trpc.plan.get.queryOptions({ slug: session.slug, stage: compared ?? '' }),
    select: openPlan,
    enabled: compared !== undefined,
  })
  const removed = useQuery({
    ...trpc.plan.removed.queryOptions({ slug: session.slug, stage: compared ?? '' }),
    enabled: plan.data?.changes.some((change) => change.action === 'removed') ?? false,
  })
  const checks = useQuery(trpc.draft.checks.queryOptions({ slug: session.slug }))
  return (
    <RoomContext value={room}>
      <Workbench
        session={session}
        plan={plan.data}
        removed={removed.data ?? none}
        checks={checks.data ?? unchecked}
      />
    </RoomContext>
  )
}
