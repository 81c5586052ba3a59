import type { Definition, RecordId } from '@penstock/model'
import { partId } from '../../editor/index.ts'
import type { OutlineFlow } from '../outline-rows.ts'
import { flowOf } from './flow.ts'
import { stepText } from './flow-step.ts'

/** The open flows as lines of the outline. */
export function outlineFlows(definition: Definition, open: ReadonlySet<RecordId>): OutlineFlow[] {
  return [...open].flatMap((method) => {
    const flow = flowOf(definition, method)
    if (!flow) return []
    const steps = flow.used.map((step) => ({
      id: partId(method, step.id),
      title: [step.noun, stepText(step, flow.place)].filter(Boolean).join(': '),
    }))
    return [{ method, steps }]
  })
}
