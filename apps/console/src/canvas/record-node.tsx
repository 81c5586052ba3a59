import { Handle, type Node, type NodeProps, Position, useConnection } from '@xyflow/react'
import { cx } from '@penstock/ui'
import { type ComponentType, createContext, type CSSProperties, memo, useContext } from 'react'
import type { PlacedNode } from '../layout/index.ts'

export type RecordNode = Node<{ placed: PlacedNode }, 'record'>

/** How nodes are drawn, and what edges can be drawn to and from them. */
export interface Looks {
  card: ComponentType<{ placed: PlacedNode; isSelected: boolean }>
  /** Why an edge can't be drawn; absent where none can. */
  connectionProblem: ((source: string, target: string) => string | null) | undefined
  canConnectFrom: ((id: string) => boolean) | undefined
}

export const LooksContext = createContext<Looks | null>(null)

const recordNodes = [new WeakMap<PlacedNode, RecordNode>(), new WeakMap<PlacedNode, RecordNode>()] as const

/** React Flow draws a node again when the object is another one: the same place gets the same object. */
export function recordNode(placed: PlacedNode, selected: boolean): RecordNode {
  const known = recordNodes[selected ? 1 : 0]
  let node = known.get(placed)
  if (!node) {
    const { id, x, y, width, height } = placed
    const measured = { width, height }
    // Steps stand where their flow puts them.
    const draggable = placed.role === 'step' ? { draggable: false } : {}
    node = {
      id,
      type: 'record',
      position: { x, y },
      width,
      height,
      measured,
      selected,
      data: { placed },
      ...draggable,
    }
    known.set(placed, node)
  }
  return node
}

export const nodeTypes = { record: memo(RecordNodeView) }

function RecordNodeView({ data, selected }: NodeProps<RecordNode>) {
  const looks = useContext(LooksContext)
  if (!looks) return null
  const { card: Card, connectionProblem, canConnectFrom } = looks
  const { placed } = data
  return (
    <>
      {connectionProblem && placed.role === 'target' && (
        <TargetHandle placed={placed} problem={connectionProblem} />
      )}
      <Card placed={placed} isSelected={selected ?? false} />
      {connectionProblem && canConnectFrom?.(placed.id) && <Handle type="source" position={Position.Right} />}
    </>
  )
}

/** Where an edge ends. While one is drawn it covers the node: a drop anywhere on it counts. */
function TargetHandle(props: { placed: PlacedNode; problem: NonNullable<Looks['connectionProblem']> }) {
  const { id, width, height } = props.placed
  const from = useConnection((connection) =>
    connection.inProgress && connection.fromHandle.type === 'source' ? connection.fromNode.id : null,
  )
  const isTaking = from !== null && from !== id && props.problem(from, id) === null
  const size = { '--node-width': `${width}px`, '--node-height': `${height}px` } as CSSProperties
  return (
    <Handle
      type="target"
      position={Position.Left}
      className={cx(from !== null && from !== id && 'covers-node', isTaking && 'takes-edge')}
      style={size}
    />
  )
}
