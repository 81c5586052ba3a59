import type { Definition, RecordId } from '@penstock/model'
import { useEffect, useLayoutEffect, useState } from 'react'
import { differing } from './differing.ts'
import { GraphModel, type GraphSource } from './graph-model.ts'

const unmoved = new Map<RecordId, never>()

/** A source whose definition is replaced as a whole. */
class Stills implements GraphSource {
  definition: Definition = new Map()
  readonly positions = unmoved
}

/**
 * The graph of definitions that are looked at one after the other: only what differs is laid out again, and what stays
 * keeps its place. Null until the first is laid out.
 */
export function useStillGraph(definition: Definition | null): GraphModel | null {
  const [held] = useState(() => new Stills())
  const [graph, setGraph] = useState<GraphModel | null>(null)
  const [model, setModel] = useState<GraphModel | null>(null)
  const isThere = definition !== null
  useEffect(() => {
    if (!isThere) return undefined
    held.definition = definition
    const made = new GraphModel(held)
    setModel(made)
    const stop = made.subscribe(() => setGraph(made))
    return () => {
      stop()
      setGraph(null)
      setModel(null)
      held.definition = new Map()
      made[Symbol.dispose]()
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the next definitions are told to the model, below
  }, [held, isThere])
  // Before the effects of what is drawn below: what they reveal has to be known by then.
  useLayoutEffect(() => {
    if (!model || !definition) return
    const before = held.definition
    held.definition = definition
    model.records(differing(before, definition))
  }, [held, model, definition])
  return graph
}
