import type { FlowStep } from '../steps/flow-step.ts'

/** What of its flow a method or a route uses, each with a name. */
export function UsedSteps({ steps }: { steps: readonly FlowStep[] }) {
  return (
    <span className="node-extra ml-auto flex shrink-0 items-center gap-1 pl-1.5 text-fg-2">
      {steps.map(({ id, noun, glyph: Icon }) => (
        <span key={id} role="img" aria-label={noun} title={noun} className="flex">
          <Icon aria-hidden className="size-3" />
        </span>
      ))}
    </span>
  )
}
