import { Button, cx } from '@penstock/ui'
import { Check, CloudOff, GitCompareArrows, LoaderCircle, TriangleAlert } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { conflictText } from './conflict/conflict-text.ts'
import { useDesigner, useSaveState } from './designer-context.ts'
import { showRecords } from './show-record.ts'

/** Whether the draft on the server is what is on the screen. */
export function SaveIndicator() {
  const designer = useDesigner()
  const { session, view } = designer
  const { drafts } = session
  const waiting = useSyncExternalStore(drafts.onChange, drafts.count)
  const state = useSaveState()
  const { unkept } = useSyncExternalStore(session.code.onState, session.code.state)
  const line = (icon: React.ReactNode, text: string, tone: string) => (
    <span className={cx('flex min-w-0 items-center gap-1.5 text-xs', tone)}>
      <span className="shrink-0">{icon}</span>
      {/* The toolbar has room for the glyph alone beside an open pane in a small window. */}
      <span className="truncate @max-md:sr-only" title={text}>
        {text}
      </span>
    </span>
  )
  return (
    <div
      role="status"
      className="flex min-w-0 items-center gap-2 whitespace-nowrap"
      data-save-state={state.status}
    >
      {/* Everything else is: what a field holds that can't be taken is nowhere but in this window. */}
      {state.status === 'saved' && waiting > 0 && (
        <Button
          variant="quiet"
          className="min-w-0 shrink! text-risky!"
          icon={<TriangleAlert aria-hidden className="size-3.5 shrink-0" />}
          onPress={() => showRecords(designer, drafts.first())}
        >
          <span className="truncate @max-md:sr-only">
            {waiting === 1 ? '1 field not saved' : `${waiting} fields not saved`}
          </span>
        </Button>
      )}
      {state.status === 'saved' &&
        waiting === 0 &&
        unkept !== null &&
        line(<CloudOff aria-hidden className="size-3.5" />, unkept, 'max-w-80 text-risky')}
      {state.status === 'saved' &&
        waiting === 0 &&
        unkept === null &&
        line(<Check aria-hidden className="size-3.5" />, 'Saved', 'text-fg-3')}
      {state.status === 'saving' &&
        line(<LoaderCircle aria-hidden className="size-3.5 animate-spin" />, 'Saving', 'text-fg-3')}
      {state.status === 'retrying' && (
        <>
          {line(<CloudOff aria-hidden className="size-3.5" />, 'Not saved, trying again', 'text-risky')}
          <Button variant="quiet" onPress={() => void session.autosave.retry()}>
            Now
          </Button>
        </>
      )}
      {state.status === 'failed' && (
        <>
          <span title={state.reason}>
            {line(
              <TriangleAlert aria-hidden className="size-3.5" />,
              `Not saved: ${state.reason}`,
              'max-w-80 text-danger',
            )}
          </span>
          <Button variant="quiet" onPress={() => void session.autosave.retry()}>
            Try again
          </Button>
        </>
      )}
      {state.status === 'conflict' && (
        <Button
          className="min-w-0 shrink! border-risky! bg-risky-soft! text-risky!"
          icon={<GitCompareArrows aria-hidden className="size-3.5 shrink-0" />}
          onPress={() => view.setState({ isResolving: true })}
        >
          <span className="truncate @max-md:sr-only">{conflictText(state.conflicts)}:</span>
          <span className="underline underline-offset-2">Compare</span>
        </Button>
      )}
    </div>
  )
}
