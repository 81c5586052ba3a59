import type { UsedStep } from '../steps/flow-step.ts'

/** What of its flow a method or a route uses, each with a name; what nobody may overlook of one is said beside it. */
export function UsedSteps({ steps }: { steps: readonly UsedStep[] }) {
  return (
    <span className="node-extra ml-auto flex shrink-0 items-center gap-1 pl-1.5 text-fg-2">
      {steps.map(({ step: { id, noun, glyph }, state }) => {
        const Icon = state?.glyph ?? glyph
        const name = state ? `${noun}: ${state.words}` : noun
        return (
          <span key={id} role="img" aria-label={name} title={name} className="flex items-center gap-0.5">
            <Icon aria-hidden className={state ? 'size-3 text-risky' : 'size-3'} />
            {state && <span className="text-2xs text-risky">{state.words}</span>}
          </span>
        )
      })}
    </span>
  )
}

/** The same of a card without its second line: only what nobody may overlook. */
export function OverlookedSteps({ steps }: { steps: readonly UsedStep[] }) {
  return steps.map(({ step: { id, noun }, state }) => {
    if (!state) return null
    const { glyph: Icon, words } = state
    return (
      <span
        key={id}
        role="img"
        aria-label={`${noun}: ${words}`}
        title={`${noun}: ${words}`}
        className="node-chip"
      >
        <Icon aria-hidden className="size-3.5 text-risky" />
      </span>
    )
  })
}
