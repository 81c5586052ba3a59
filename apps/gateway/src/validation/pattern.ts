import { searchSteps } from '@penstock/template'
import { RE2JS } from 're2js'
import { TooComplex } from './budget.ts'

/** A compiled `pattern`: whether it is found anywhere in a text. */
export interface Pattern {
  test(text: string): boolean
  /** What a test takes at most, in units of a budget. */
  cost(text: string): number
  /** The expression: what the engine tells patterns apart by. */
  toString(): string
}

/** Steps that a search which tries one way after another may take. */
const searchLimit = 2_000_000
const longText = 65_536

/**
 * A regular expression that no text can make take long. JavaScript's own engine runs those of which a search is sure to
 * grow with the text alone. RE2, which has no other kind of search, runs the rest. What it doesn't know (looking around,
 * back references) is JavaScript's again, and a text in which that could take long is refused: throws TooComplex.
 */
export function patternOf(source: string): Pattern {
  let pattern = kept.get(source)
  if (pattern === undefined) {
    pattern = compile(source)
    if (kept.size >= keptMax) kept.clear()
    kept.set(source, pattern)
  }
  return pattern
}

/** The same few expressions stand in most schemas of an API, and RE2 takes a millisecond for one. */
const kept = new Map<string, Pattern>()
const keptMax = 1_000

function compile(source: string): Pattern {
  const native = new RegExp(source)
  const steps = searchSteps(native)
  const toString = () => source
  if (steps(longText) <= longText * 64)
    return { test: (text) => native.test(text), cost: ({ length }) => length / 8, toString }
  const linear = re2(source)
  if (linear !== null) return { test: (text) => linear.test(text), cost: ({ length }) => length, toString }
  return {
    cost: ({ length }) => Math.min(steps(length), searchLimit) / 16,
    test(text) {
      if (steps(text.length) > searchLimit)
        throw new TooComplex(`a text of ${text.length} characters is too long for the pattern ${source}`)
      return native.test(text)
    },
    toString,
  }
}

function re2(source: string): RE2JS | null {
  try {
    return RE2JS.compile(RE2JS.translateRegExp(source))
  } catch {
    // Its errors are of many classes, and each means that this engine can't run the expression.
    return null
  }
}
