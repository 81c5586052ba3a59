import type { ConsequencesView } from '@penstock/server'
import { createContext, useContext, useMemo } from 'react'
import type { UsageOf } from './use-of-changes.ts'

/** Whose changes are shown: those of a draft's plan for a stage, or of a deploy request. */
export type ConsequencesSource =
  | { readonly type: 'plan'; readonly slug: string; readonly stage: string; readonly planHash: string }
  | { readonly type: 'request'; readonly slug: string; readonly number: number; readonly planHash: string }

export interface Consequences {
  readonly source: ConsequencesSource
  /** Undefined while it is asked for, or when that failed. */
  readonly view: ConsequencesView | undefined
  readonly usageOf: UsageOf
  /** When it was answered. */
  readonly at: number
  /** The changes went live, or were given up: what is told is of now, not of then. */
  readonly isOver?: boolean
}

/** Null where nobody asks what a change meets: two deployments compared. */
const ConsequencesContext = createContext<Consequences | null>(null)

export const ConsequencesProvider = ConsequencesContext.Provider

export function useConsequences(): Consequences | null {
  return useContext(ConsequencesContext)
}

/** Figures by change, the same for the same answer. */
export function useUsageOf(view: ConsequencesView | undefined): UsageOf {
  return useMemo(() => new Map(view?.changes.map((usage) => [usage.change, usage])), [view])
}
