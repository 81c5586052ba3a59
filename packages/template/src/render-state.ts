import { assertTextLength, exceedBudget } from './budget.ts'
import { limits } from './limits.ts'
import type { Value } from './values/value.ts'

/** A piece of template that a variable stands for: it is rendered whenever the variable is read. */
export class DeferredBlock {
  readonly render: (state: RenderState) => string

  constructor(render: (state: RenderState) => string) {
    this.render = render
  }
}

/** Everything one render changes. The compiled template itself is shared and never written to. */
export class RenderState {
  output = ''
  /** One slot a variable name; undefined is a variable that was never set. */
  readonly slots: (Value | DeferredBlock | undefined)[] = []
  #steps = 0
  #depth = 0

  constructor(slotCount: number) {
    for (let i = 0; i < slotCount; i++) this.slots.push(undefined)
  }

  write(text: string): void {
    this.output += text
    assertTextLength(this.output.length)
  }

  read(slot: number): Value {
    const held = this.slots[slot]
    if (held === undefined) return null
    return held instanceof DeferredBlock ? held.render(this) : held
  }

  /** Counts loop rounds and calls over the whole render. */
  step(): void {
    if (++this.#steps > limits.totalSteps)
      exceedBudget(`the template took more than ${limits.totalSteps} loop rounds and macro calls`)
  }

  /** What `run` writes, as text instead of output. */
  capture(run: (state: RenderState) => unknown): string {
    const before = this.output
    this.output = ''
    run(this)
    const text = this.output
    this.output = before
    return text
  }

  enter(): void {
    this.step()
    if (++this.#depth > limits.callDepth)
      exceedBudget(`macros and #define blocks call one another more than ${limits.callDepth} deep`)
  }

  leave(): void {
    this.#depth--
  }
}
