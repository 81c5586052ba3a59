import { Plus } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { partId } from '../../editor/index.ts'
import type { PlacedFlow } from '../../layout/index.ts'
import { useDefinition, useDesigner } from '../designer-context.ts'
import { integrationEntries } from './answer-entries.ts'
import { type Flow, type FlowGap, flowOf } from './flow.ts'
import { stepEntries } from './insert-step.ts'

const size = 18

/** The "+" on every edge of an open flow at which a step can be inserted. Drawn in the canvas's own coordinates. */
export function GapButtons() {
  const { graph } = useDesigner().session
  const { index } = useSyncExternalStore(graph.subscribe, graph.view)
  const { flows = [] } = index.graph
  return flows.map((flow) => <OfFlow key={flow.method} placed={flow} />)
}

function OfFlow({ placed }: { placed: PlacedFlow }) {
  const designer = useDesigner()
  const flow = flowOf(useDefinition(), placed.method)
  if (!flow) return null
  return placed.gaps.map(({ after, way, x, y }) => {
    const gap = flow.gaps.find((each) => each.way === way && isAt(each, flow, after))
    const isEnd = gap !== undefined && lacksAnswer(flow, gap)
    if (!gap || (gap.fits.length === 0 && !isEnd)) return null
    return (
      <button
        key={gap.id}
        type="button"
        // The canvas is one stop of the Tab key: Tab on the method or a step offers the same.
        tabIndex={-1}
        aria-label={`Insert ${whereOf(gap)}`}
        title={`Insert ${whereOf(gap)}`}
        onClick={(event) => {
          event.stopPropagation()
          const box = event.currentTarget.getBoundingClientRect()
          designer.view.setState({
            picker: {
              at: { x: box.left, y: box.bottom },
              title: `Insert ${whereOf(gap)}`,
              entries: [
                ...stepEntries(designer, placed.method, gap.fits),
                ...(isEnd ? integrationEntries(designer, placed.method) : []),
              ],
              empty: 'Nothing can go here.',
            },
          })
        }}
        onPointerDown={(event) => event.stopPropagation()}
        style={{ left: x - size / 2, top: y - size / 2, width: size, height: size }}
        className="nopan nodrag pointer-events-auto absolute flex items-center justify-center rounded-full border border-line-strong/60 bg-surface text-fg-2 hover:border-accent hover:text-accent"
      >
        <Plus aria-hidden className="size-3" />
      </button>
    )
  })
}

/** The path ends here because nothing answers yet. */
function lacksAnswer({ place }: Flow, gap: FlowGap): boolean {
  return place.integration === undefined && gap.way === 'request' && gap.before === null
}

/** Whether the edge that leaves a node is this gap; the caller and the integration are no steps. */
function isAt(gap: FlowGap, { place, used }: Flow, node: string): boolean {
  const step = used.find(({ id }) => partId(place.method.id, id) === node)
  return gap.after === (step ?? null)
}

function whereOf({ way, after, before }: FlowGap): string {
  const from = after?.noun.toLowerCase() ?? (way === 'request' ? 'caller' : 'integration')
  const to = before?.noun.toLowerCase() ?? (way === 'request' ? 'integration' : 'caller')
  return `between ${from} and ${to}`
}
