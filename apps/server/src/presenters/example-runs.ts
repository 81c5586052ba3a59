import { toAppError } from '@penstock/errors'
import { type Definition, type Example, exampleCall, expectationProblems, recordsOf } from '@penstock/model'
import { holdPlan } from '../commands/hold-plan.ts'
import type { SignedInContext } from '../procedures/context.ts'
import type { ExampleRun } from './example-run-view.ts'
import { contentInspector, inspector } from './inspection.ts'
import type { InspectionView } from './inspection-view.ts'

export interface ExamplesAsked {
  readonly slug: string
  readonly stage: string
  /** Of the stage: its examples, against what it leads to. Absent: the draft's, against what the stage serves. */
  readonly planHash?: string | undefined
  /** Only these; all without it. */
  readonly ids?: readonly string[] | undefined
  /** Those too that may change something behind the gateway. */
  readonly unsafe: boolean
}

/** Examples that are under way at a time: a backend is asked, not flooded. */
const atOnce = 4

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Sends the draft's examples to a stage, its preview or a deployed one, and holds the answers against what is
 * expected; or those of a plan to what it leads to. Throws what an inspection throws when nothing can be asked at all,
 * and PLAN_GONE.
 */
export async function runExamples(
  ctx: Pick<SignedInContext, 'core' | 'shell'>,
  { slug, stage, planHash, ids, unsafe }: ExamplesAsked,
): Promise<ExampleRun[]> {
  const { core } = ctx
  const plan = planHash === undefined ? null : await holdPlan(core, { slug, stage, planHash })
  const { definition } = plan
    ? { definition: await core.snapshots.definition(plan.snapshotRoot) }
    : await core.drafts.open(slug)
  const wanted = ids && new Set(ids)
  const examples = [...recordsOf(definition, 'example')]
    .filter(({ id }) => wanted?.has(id) ?? true)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  if (examples.length === 0) return []
  const inspect = plan
    ? await contentInspector(ctx, slug, plan.snapshotRoot)
    : await inspector(ctx, slug, stage)
  const runs: ExampleRun[] = []
  const queue = [...examples.entries()]
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [at, example] = next
      runs[at] = await runExample(definition, example, unsafe, inspect)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return runs
}

type Inspect = Awaited<ReturnType<typeof inspector>>

async function runExample(
  definition: Definition,
  example: Example,
  unsafe: boolean,
  inspect: Inspect,
): Promise<ExampleRun> {
  const call = exampleCall(definition, example)
  const { id, name, method } = example
  const run = {
    id,
    name,
    method,
    request: call ? `${call.method} ${call.path}` : '',
    status: null,
    durationMs: null,
  }
  if (!call) return { ...run, outcome: 'failed', problems: ['Its method is gone.'] }
  const request = { ...call, bodyEncoding: 'text' as const }
  try {
    const planned = await inspect({ ...request, mode: 'explain' })
    if (!unsafe && reachesOut(planned, call.method)) return { ...run, outcome: 'explained', problems: [] }
    const sent = await inspect({ ...request, mode: 'send' })
    const problems = problemsOf(example, sent)
    const { answer, durationMs } = sent
    return {
      ...run,
      outcome: problems.length === 0 ? 'passed' : 'failed',
      problems,
      status: answer?.status ?? null,
      durationMs,
    }
  } catch (thrown) {
    return { ...run, outcome: 'failed', problems: [toAppError(thrown).message] }
  }
}

/**
 * Whether sending it may change something that is not ours: by what the caller's method promises, and by the one that the
 * backend is called with, which a mapping may make another (Amazon's services and Lambda hear POST). Functions are ours:
 * they are deployed with the API.
 */
function reachesOut({ call }: InspectionView, method: string): boolean {
  return call?.kind === 'http' && !(safeMethods.has(method) && safeMethods.has(call.method))
}

function problemsOf({ method, expect }: Example, { answer, error, routing }: InspectionView): string[] {
  if (!answer) return [error?.cause ?? 'No answer came.']
  const { status, headers, body } = answer
  const seen = { status, headers, body: body?.encoding === 'text' ? body.text : null }
  const problems = expectationProblems(expect, seen)
  const winner = routing?.winner
  if (winner && winner.id !== method)
    problems.unshift(
      `${winner.method} ${winner.path} answers it, and no longer the method that it is an example of.`,
    )
  // An error that was expected is none; of another one, the cause says more than a status.
  return problems.length > 0 && error ? [...problems, `${error.code}: ${error.cause}`] : problems
}
