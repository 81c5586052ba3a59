import type { JsonPath, PathStep } from './ast.ts'
import { matches } from './filter.ts'
import { applyFunction } from './functions.ts'
import { parseJsonPath } from './parse.ts'
import { children, entry, hasEntry, isTreeMap } from './tree.ts'

/**
 * What a path finds, as Jayway's JsonPath answers: the value itself for a path that can find only one, undefined when
 * it is not there; a list for every other path, empty when nothing matches. A text that is no path finds nothing.
 */
export function evaluateJsonPath(value: unknown, path: string): unknown {
  const compiled = parseJsonPath(path)
  return compiled === null ? undefined : runPath(compiled, value, value)
}

/** `current` is what `@` stands for. */
export function runPath(path: JsonPath, root: unknown, current: unknown): unknown {
  const start = path.root === '$' ? root : current
  const found = path.definite ? walkDefinite(path.steps, start) : collect(path.steps, start, root)
  return path.tail === null ? found : applyFunction(path.tail, found, root, current)
}

function walkDefinite(steps: readonly PathStep[], start: unknown): unknown {
  let value = start
  for (const step of steps) {
    value = single(step, value)
    if (value === undefined) return undefined
  }
  return value
}

function collect(steps: readonly PathStep[], start: unknown, root: unknown): unknown[] {
  let found: unknown[] = [start]
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i] as PathStep
    const next: unknown[] = []
    const scanned = step.type === 'scan' ? steps[++i] : undefined
    for (const value of found) {
      if (step.type === 'names' && i < steps.length - 1) next.push(...membersOf(value, step.names))
      else if (scanned === undefined) select(step, value, root, next)
      else for (const each of descendants(value)) select(scanned, each, root, next, true)
    }
    found = next
  }
  return found
}

/** In the middle of a path, `['a','b']` goes on into each of the members. */
function membersOf(value: unknown, names: readonly string[]): unknown[] {
  return isTreeMap(value)
    ? names.filter((name) => hasEntry(value, name)).map((name) => entry(value, name))
    : []
}

function select(step: PathStep, value: unknown, root: unknown, into: unknown[], scanning = false): void {
  switch (step.type) {
    case 'wildcard':
      for (const child of children(value)) into.push(child)
      return
    case 'filter':
      // Scanning comes to the elements by itself.
      if (Array.isArray(value) && !scanning) {
        for (const element of value) if (matches(step.filter, root, element)) into.push(element)
      } else if (isTreeMap(value) && matches(step.filter, root, value)) into.push(value)
      return
    case 'slice':
      if (Array.isArray(value)) into.push(...Array.from(value.slice(step.from, step.to)))
      return
    case 'indexes':
      if (!Array.isArray(value)) return
      for (const index of step.indexes) {
        const element: unknown = value.at(index)
        if (element !== undefined) into.push(element)
      }
      return
    default: {
      const one = single(step, value)
      if (one !== undefined) into.push(one)
    }
  }
}

function single(step: PathStep, value: unknown): unknown {
  switch (step.type) {
    case 'name':
      return isTreeMap(value) ? entry(value, step.name) : undefined
    case 'index':
      return Array.isArray(value) ? value.at(step.index) : undefined
    case 'names': {
      if (!isTreeMap(value)) return undefined
      const present = step.names.filter((name) => hasEntry(value, name))
      const picked: [string, unknown][] = present.map((name) => [name, entry(value, name)])
      return value instanceof Map ? new Map(picked) : Object.fromEntries(picked)
    }
    default:
      return undefined
  }
}

/** The value and all below it, outside in. */
function* descendants(value: unknown): Generator<unknown> {
  yield value
  for (const child of children(value)) yield* descendants(child)
}
