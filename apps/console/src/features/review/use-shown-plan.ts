import type { PlanView } from '@penstock/server'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { changeRows, openChange } from './change-rows.ts'
import { planContent, type PlanNamed, planText } from './plan-queries.ts'
import { recordOfChange } from './records-of-change.ts'
import { isGone, shownOf } from './shown-plan.ts'

export interface NextPlan {
  readonly slug: string
  readonly stage: string
  /** What is to be shown. */
  readonly next: PlanView | undefined
  /** It was asked for since the screen was entered: of one that is remembered, the draft may have moved on unheard of. */
  readonly isCurrent: boolean
  readonly search: {
    readonly view?: 'text' | undefined
    readonly change?: string | undefined
    readonly record?: string | undefined
  }
}

export interface ShownPlan {
  readonly plan: PlanView | undefined
  /** Whether the server may be asked for more of it. */
  readonly isCurrent: boolean
  /** The hash of the next one, where it moved before anything of it was asked for. */
  readonly gone: string | undefined
}

/**
 * The plan on the screen. Another one takes its place together with its picture or its text, in one render; until these
 * are there, everything on the screen is of the one before. One that is only remembered has no picture, and waits for none.
 */
export function useShownPlan({ slug, stage, next, isCurrent, search }: NextPlan): ShownPlan {
  const [shown, setShown] = useState({ plan: next, isCurrent })
  const isText = search.view === 'text'
  const record = next && isText ? firstRecord(next, search) : undefined
  const named: PlanNamed = { slug, stage, planHash: next?.planHash ?? '' }
  const isAsked = isCurrent && next !== undefined && next.summary.total > 0
  const content = useQuery({ ...planContent(named), enabled: isAsked && !isText })
  const text = useQuery({ ...planText(named, record ?? ''), enabled: isAsked && record !== undefined })
  const asked = !isAsked ? null : !isText ? content : record === undefined ? null : text
  const now = shownOf({ shown, next: { plan: next, isCurrent }, asked })
  if (now !== shown) setShown(now)
  return { ...shown, gone: isGone(asked) ? next?.planHash : undefined }
}

function firstRecord(plan: PlanView, search: NextPlan['search']): string | undefined {
  const open = openChange(changeRows(plan.changes), search)
  return recordOfChange(
    plan.changes.find(({ id }) => id === open),
    search.record,
  )?.record
}
