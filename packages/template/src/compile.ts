import type { Block, CallNode, ForeachNode, IfNode, MacroNode, Node } from './ast.ts'
import {
  type CompileContext,
  compileAssignment,
  compileExpression,
  compileReference,
} from './compile-expression.ts'
import { elementsOf, Foreach } from './foreach.ts'
import { DeferredBlock, type RenderState } from './render-state.ts'
import { print } from './values/print.ts'
import { isTruthy } from './values/value.ts'

/** How a piece of template ended: it ran through, or `#break` or `#stop` left it. */
type Outcome = typeof ran | typeof broke | typeof stopped
const ran = 0
const broke = 1
const stopped = 2

type Run = (state: RenderState) => Outcome

export interface CompiledTemplate {
  readonly run: (state: RenderState) => void
  /** The slot of each variable that the template mentions. */
  readonly slots: ReadonlyMap<string, number>
}

/** Turns a parsed template into closures. All names become slot numbers here; a render looks nothing up but data. */
export function compile(block: Block): CompiledTemplate {
  const compiler = new Compiler()
  const run = compiler.compile(block)
  return { run, slots: compiler.slots }
}

class Compiler implements CompileContext {
  readonly slots = new Map<string, number>()
  /** Known before any call is compiled, so that a macro may be used above its definition. */
  readonly #macros = new Map<string, { readonly node: MacroNode; run: Run | null }>()

  readonly slot = (name: string): number => {
    const known = this.slots.get(name)
    if (known !== undefined) return known
    this.slots.set(name, this.slots.size)
    return this.slots.size - 1
  }

  readonly block = (block: Block): Run => {
    const runs = block.filter((node) => node.type !== 'macro').map((node) => this.#node(node))
    if (runs.length === 1 && runs[0] !== undefined) return runs[0]
    return (state) => {
      for (const run of runs) {
        const outcome = run(state)
        if (outcome !== ran) return outcome
      }
      return ran
    }
  }

  compile(block: Block): Run {
    this.#collectMacros(block)
    for (const macro of this.#macros.values()) macro.run = this.block(macro.node.body)
    return this.block(block)
  }

  /** The first definition of a name counts, as in Velocity. */
  #collectMacros(block: Block): void {
    for (const node of block) {
      if (node.type === 'macro' && !this.#macros.has(node.name))
        this.#macros.set(node.name, { node, run: null })
      if (node.type === 'macro' || node.type === 'foreach' || node.type === 'define')
        this.#collectMacros(node.body)
      if (node.type !== 'if') continue
      for (const branch of node.branches) this.#collectMacros(branch.body)
      if (node.otherwise !== null) this.#collectMacros(node.otherwise)
    }
  }

  #node(node: Exclude<Node, MacroNode>): Run {
    switch (node.type) {
      case 'text':
        return writes(node.text)
      case 'output':
        return this.#output(node)
      case 'set': {
        const assign = compileAssignment(node.target, compileExpression(node.value, this), this)
        return (state) => {
          assign(state)
          return ran
        }
      }
      case 'if':
        return this.#if(node)
      case 'foreach':
        return this.#foreach(node)
      case 'define': {
        const slot = this.slot(node.name)
        const deferred = this.#deferred(node.body)
        return (state) => {
          state.slots[slot] = deferred
          return ran
        }
      }
      case 'call':
        return this.#call(node)
      case 'break':
        return () => broke
      case 'stop':
        return () => stopped
    }
  }

  #output(node: Node & { type: 'output' }): Run {
    const { reference, escapes } = node
    const evaluate = compileReference(reference, this)
    if (escapes === 0)
      return (state) => {
        const value = evaluate(state)
        if (value !== null) state.write(print(value))
        return ran
      }
    // \$x prints "$x" for a variable that is set and itself for one that is not; \\$x prints "\" and the value.
    const kept = '\\'.repeat(Math.floor(escapes / 2))
    const unset = escapes % 2 === 1 ? '\\'.repeat(escapes) + reference.source : '\\'.repeat(escapes)
    return (state) => {
      const value = evaluate(state)
      state.write(value === null ? unset : kept + (escapes % 2 === 1 ? reference.source : print(value)))
      return ran
    }
  }

  #if(node: IfNode): Run {
    const branches = node.branches.map(({ condition, body }) => ({
      condition: compileExpression(condition, this),
      run: this.block(body),
    }))
    const otherwise = node.otherwise === null ? null : this.block(node.otherwise)
    return (state) => {
      for (const { condition, run } of branches) if (isTruthy(condition(state))) return run(state)
      return otherwise === null ? ran : otherwise(state)
    }
  }

  #foreach(node: ForeachNode): Run {
    const variable = this.slot(node.variable)
    const foreach = this.slot('foreach')
    const velocityCount = this.slot('velocityCount')
    const list = compileExpression(node.list, this)
    const body = this.block(node.body)
    return (state) => {
      const elements = elementsOf(list(state))
      if (elements.length === 0) return ran
      const { slots } = state
      const [before, outer, outerCount] = [slots[variable], slots[foreach], slots[velocityCount]]
      const scope = new Foreach(elements.length, outer instanceof Foreach ? outer : null)
      slots[foreach] = scope
      let outcome: Outcome = ran
      for (let i = 0; i < elements.length && outcome === ran; i++) {
        state.step()
        scope.index = i
        slots[velocityCount] = i + 1
        // A null element unsets the variable, or the round would see the one before.
        slots[variable] = elements[i] ?? undefined
        outcome = body(state)
      }
      slots[variable] = before
      slots[foreach] = outer
      slots[velocityCount] = outerCount
      return outcome === stopped ? stopped : ran
    }
  }

  #call(node: CallNode): Run {
    const macro = this.#macros.get(node.name)
    if (macro === undefined) return writes(node.source)
    const args = node.args.map((arg) => compileExpression(arg, this))
    const parameters = macro.node.parameters.map((name) => this.slot(name))
    const bodyContent = this.slot('bodyContent')
    const body = node.body === null ? undefined : this.#deferred(node.body)
    return (state) => {
      state.enter()
      const { slots } = state
      const values = parameters.map((_, i) => args[i]?.(state) ?? undefined)
      const before = parameters.map((slot) => slots[slot])
      const outerBody = slots[bodyContent]
      parameters.forEach((slot, i) => {
        slots[slot] = values[i]
      })
      if (body !== undefined) slots[bodyContent] = body
      const outcome = macro.run?.(state) ?? ran
      parameters.forEach((slot, i) => {
        slots[slot] = before[i]
      })
      slots[bodyContent] = outerBody
      state.leave()
      return outcome === stopped ? stopped : ran
    }
  }

  #deferred(block: Block): DeferredBlock {
    const run = this.block(block)
    return new DeferredBlock((state) => {
      state.enter()
      const text = state.capture(run)
      state.leave()
      return text
    })
  }
}

function writes(text: string): Run {
  return (state) => {
    state.write(text)
    return ran
  }
}
