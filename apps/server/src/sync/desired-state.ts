import type { DesiredState, HeldStage, StageState } from '@penstock/bundle'
import { canonicalJson } from '@penstock/model'

/** What a stage should serve, and since when. */
export interface WantedStage {
  readonly state: StageState | HeldStage
  /** Revision with which it became so. */
  readonly since: number
}

/** The desired state of all gateways: one number that grows, and what it names. */
export interface StateBoard {
  current(): DesiredState
  get(slug: string, stage: string): WantedStage | undefined
  /** Replaces those stages of an API for which `mine` holds; tells whether anything changed. */
  put(slug: string, stages: readonly (StageState | HeldStage)[], mine: (stage: string) => boolean): boolean
  /** Called after each change. Answers a function that ends it. */
  onChange(receive: () => void): () => void
}

/** Starts at the clock, so that a server that was restarted goes on above what the nodes have acknowledged. */
export function createStateBoard(firstRevision: number): StateBoard {
  const apis = new Map<string, Map<string, WantedStage>>()
  const receivers = new Set<() => void>()
  let revision = firstRevision
  let snapshot: DesiredState = { revision, stages: [] }

  return {
    current: () => snapshot,
    get: (slug, stage) => apis.get(slug)?.get(stage),
    put(slug, stages, mine) {
      const before = apis.get(slug) ?? new Map<string, WantedStage>()
      const next = new Map([...before].filter(([name]) => !mine(name)))
      let changed = false
      for (const state of stages) {
        const held = before.get(state.stage)
        const same = held && canonicalJson(held.state) === canonicalJson(state)
        next.set(state.stage, same ? held : { state, since: revision + 1 })
        changed ||= !same
      }
      for (const name of before.keys()) changed ||= !next.has(name)
      if (!changed) return false
      revision++
      if (next.size > 0) apis.set(slug, new Map([...next].sort(([a], [b]) => (a < b ? -1 : 1))))
      else apis.delete(slug)
      snapshot = {
        revision,
        stages: [...apis.values()].flatMap((api) => [...api.values()].map(({ state }) => state)),
      }
      for (const receive of receivers) receive()
      return true
    },
    onChange(receive) {
      receivers.add(receive)
      return () => void receivers.delete(receive)
    },
  }
}
