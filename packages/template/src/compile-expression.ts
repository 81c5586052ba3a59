import { assertCollectionSize, exceedBudget } from './budget.ts'
import type { Block, Expression, Reference, Step } from './ast.ts'
import { invoke, property } from './functions/registry.ts'
import { limits } from './limits.ts'
import type { RenderState } from './render-state.ts'
import { calculate, integer } from './values/arithmetic.ts'
import { looselyEqual, order } from './values/compare.ts'
import { print } from './values/print.ts'
import { Decimal, isTruthy, javaList, JavaList, type Value, type ValueMap } from './values/value.ts'

export type Evaluate = (state: RenderState) => Value

/** What expressions need from the template around them. */
export interface CompileContext {
  /** The slot of a variable, the same for every mention of its name. */
  readonly slot: (name: string) => number
  readonly block: (block: Block) => (state: RenderState) => unknown
}

export function compileExpression(expression: Expression, context: CompileContext): Evaluate {
  switch (expression.type) {
    case 'constant': {
      const { value } = expression
      return () => value
    }
    case 'integer': {
      const value = integer(BigInt(expression.text))
      return () => value
    }
    case 'decimal': {
      const value = new Decimal(Number(expression.text))
      return () => value
    }
    case 'reference':
      return compileReference(expression, context)
    case 'interpolation': {
      const run = context.block(expression.body)
      return (state) => state.capture(run)
    }
    case 'list':
      return compileList(expression.items, context)
    case 'range':
      return compileRange(
        compileExpression(expression.from, context),
        compileExpression(expression.to, context),
      )
    case 'map':
      return compileMap(expression.entries, context)
    case 'not': {
      const operand = compileExpression(expression.operand, context)
      return (state) => !isTruthy(operand(state))
    }
    case 'binary':
      return compileBinary(expression, context)
  }
}

export function compileReference(reference: Reference, context: CompileContext): Evaluate {
  const slot = context.slot(reference.name)
  const root: Evaluate = (state) => state.read(slot)
  return reference.steps.reduce((target, step) => compileStep(target, step, context), root)
}

function compileStep(target: Evaluate, step: Step, context: CompileContext): Evaluate {
  switch (step.type) {
    case 'property': {
      const { name } = step
      return (state) => property(target(state), name)
    }
    case 'index': {
      const index = compileExpression(step.index, context)
      return (state) => elementAt(target(state), index(state))
    }
    case 'method':
      return compileCall(
        target,
        step.name,
        step.args.map((arg) => compileExpression(arg, context)),
      )
  }
}

function compileCall(target: Evaluate, name: string, args: readonly Evaluate[]): Evaluate {
  return (state) => {
    const receiver = target(state)
    // Arguments are evaluated even when nothing will be called: they may assign.
    const values = args.map((arg) => arg(state))
    return receiver === null ? null : invoke(receiver, name, values)
  }
}

/** `$list[0]`, from the end for negative ones; `$map['key']`. */
function elementAt(target: Value, index: Value): Value {
  if (target instanceof Map) return target.get(print(index)) ?? null
  if (Array.isArray(target)) return typeof index === 'number' ? (target.at(index) ?? null) : null
  return null
}

function compileList(items: readonly Expression[], context: CompileContext): Evaluate {
  const evaluates = items.map((item) => compileExpression(item, context))
  return (state) => {
    const list = new JavaList()
    for (const evaluate of evaluates) list.push(evaluate(state))
    return list
  }
}

function compileMap(
  entries: readonly (readonly [Expression, Expression])[],
  context: CompileContext,
): Evaluate {
  const compiled = entries.map(
    ([key, value]) => [compileExpression(key, context), compileExpression(value, context)] as const,
  )
  return (state) => {
    const map: ValueMap = new Map()
    for (const [key, value] of compiled) map.set(print(key(state)), value(state))
    return map
  }
}

function compileRange(from: Evaluate, to: Evaluate): Evaluate {
  return (state) => {
    const first = from(state)
    const last = to(state)
    if (typeof first !== 'number' || typeof last !== 'number') return null
    const size = Math.abs(last - first) + 1
    if (size > limits.collectionSize) exceedBudget(`a range has more than ${limits.collectionSize} numbers`)
    const step = last < first ? -1 : 1
    return javaList(Array.from({ length: size }, (_, i) => first + i * step))
  }
}

function compileBinary(expression: Expression & { type: 'binary' }, context: CompileContext): Evaluate {
  const { operator } = expression
  const left = compileExpression(expression.left, context)
  const right = compileExpression(expression.right, context)
  switch (operator) {
    case '&&':
      return (state) => isTruthy(left(state)) && isTruthy(right(state))
    case '||':
      return (state) => isTruthy(left(state)) || isTruthy(right(state))
    case '==':
      return (state) => looselyEqual(left(state), right(state))
    case '!=':
      return (state) => !looselyEqual(left(state), right(state))
    case '<':
      return (state) => (order(left(state), right(state)) ?? 0) < 0
    case '<=':
      return (state) => (order(left(state), right(state)) ?? 1) <= 0
    case '>':
      return (state) => (order(left(state), right(state)) ?? 0) > 0
    case '>=':
      return (state) => (order(left(state), right(state)) ?? -1) >= 0
    default:
      return (state) => calculate(operator, left(state), right(state))
  }
}

/** `#set` to a place inside a value: a map's entry or a list's element. Nothing happens where there is no such place. */
export function compileAssignment(
  target: Reference,
  value: Evaluate,
  context: CompileContext,
): (state: RenderState) => void {
  const last = target.steps.at(-1)
  if (last === undefined) {
    const slot = context.slot(target.name)
    return (state) => {
      const result = value(state)
      // Velocity refuses to set null: the variable keeps what it had.
      if (result !== null) state.slots[slot] = result
    }
  }
  const holder = compileReference({ ...target, steps: target.steps.slice(0, -1) }, context)
  const key: Evaluate = last.type === 'index' ? compileExpression(last.index, context) : () => last.name
  if (last.type === 'method') return () => undefined
  return (state) => {
    const result = value(state)
    if (result === null) return
    const container = holder(state)
    const name = key(state)
    if (container instanceof Map) {
      container.set(print(name), result)
      assertCollectionSize(container.size)
    } else if (Array.isArray(container) && typeof name === 'number') {
      const index = name < 0 ? container.length + name : name
      if (index >= 0 && index < container.length) container[index] = result
    }
  }
}
