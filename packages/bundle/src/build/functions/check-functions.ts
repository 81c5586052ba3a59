import { type Definition, type Diagnostic, recordsOf } from '@penstock/model'
import { hashText } from '@penstock/model/snapshot'
import { parseFunctions, type SyntaxProblem } from './parse-functions.ts'

/** What is kept of a function is a hash and a sentence at most: so many are a few megabytes. */
const knownMax = 20_000

/** Whether the code of every function parses. Nothing of it is executed. */
export const checkFunctions = createFunctionCheck(parseFunctions, knownMax)

/** Parsing takes a thread: what was parsed once is not parsed again. */
export function createFunctionCheck(
  parse: typeof parseFunctions,
  max: number,
): (definition: Definition) => Promise<Diagnostic[]> {
  /** Hash of a code → what is wrong with it; what was used last comes last. */
  const known = new Map<string, Promise<SyntaxProblem | null>>()

  function parsed(codes: readonly string[]): Promise<(SyntaxProblem | null)[]> {
    const hashes = codes.map(hashText)
    const unknown = new Map<string, string>()
    for (const [at, hash] of hashes.entries()) if (!known.has(hash)) unknown.set(hash, codes[at]!)
    if (unknown.size > 0) {
      const parsing = parse([...unknown.values()])
      for (const [at, hash] of [...unknown.keys()].entries())
        known.set(
          hash,
          parsing.then((problems) => problems[at]!),
        )
      parsing.catch(() => {
        for (const hash of unknown.keys()) known.delete(hash)
      })
    }
    const problems = hashes.map((hash) => known.get(hash)!)
    forget(hashes, problems)
    return Promise.all(problems)
  }

  /** What this definition uses is kept, however much it is: its next plan asks for the same. */
  function forget(used: readonly string[], problems: readonly Promise<SyntaxProblem | null>[]) {
    for (const [at, hash] of used.entries()) {
      known.delete(hash)
      known.set(hash, problems[at]!)
    }
    const kept = new Set(used).size
    for (const hash of known.keys()) {
      if (known.size <= Math.max(max, kept)) break
      known.delete(hash)
    }
  }

  return async (definition) => {
    const functions = [...recordsOf(definition, 'function')]
    const problems = await parsed(functions.map(({ code }) => code))
    return functions.flatMap((fn, at) => {
      const problem = problems[at]
      if (!problem) return []
      const { message, ...place } = problem
      const where = place.line === undefined ? '' : ` (line ${place.line}, column ${place.column})`
      return [
        {
          code: 'function-syntax',
          severity: 'error',
          message: `The code of function "${fn.name}" can not be parsed: ${message}${where}`,
          location: { record: fn.id, path: ['code'], ...place },
          suggest: 'Mend the code; each call of it would fail.',
        },
      ]
    })
  }
}
