import type { PlanContentPart } from '@penstock/server'
import { queryOptions } from '@tanstack/react-query'
import { readParts, requireWhole } from '../../app/read-parts.ts'
import { trpc } from '../../app/trpc.ts'

/** A plan by its name: what is asked of one is never told of another, nor of a draft that came later. */
export interface PlanNamed {
  readonly slug: string
  readonly stage: string
  readonly planHash: string
}

/** A plan never changes: what was told of it once stays. */
const forGood = { staleTime: Number.POSITIVE_INFINITY } as const

export interface PlanContent {
  readonly records: ApiRecord[]
  readonly removed: readonly ApiRecord[]
}

type ApiRecord = Extract<PlanContentPart, readonly unknown[]>[number]

/** Everything that a plan leads to, and what it takes away: both sides of the picture. Let go of with the picture. */
export function planContent(named: PlanNamed) {
  return queryOptions({
    queryKey: ['plan-content', named],
    queryFn: () => readContent(named),
    gcTime: 0,
    structuralSharing: false,
    ...forGood,
  })
}

/** One record on both sides of a plan. */
export function planText(named: PlanNamed, record: string) {
  return { ...trpc.plan.text.queryOptions({ ...named, record }), ...forGood }
}

/** The examples of what a plan leads to. */
export function planExamples(named: PlanNamed) {
  return { ...trpc.plan.examples.queryOptions(named), ...forGood }
}

async function readContent({ slug, stage, planHash }: PlanNamed): Promise<PlanContent> {
  const path = [slug, stage, planHash].map(encodeURIComponent).join('/')
  const answer = await readParts<PlanContentPart>(`/plan-data/${path}`)
  const records: ApiRecord[] = []
  let head: Exclude<PlanContentPart, readonly unknown[]> | undefined
  for await (const part of answer?.parts ?? []) {
    if ('size' in part) head = part
    else for (const record of part) records.push(record)
  }
  requireWhole(head?.size, records)
  return { records, removed: head!.removed }
}
