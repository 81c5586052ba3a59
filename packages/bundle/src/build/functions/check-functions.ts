import { type Definition, type Diagnostic, recordsOf } from '@penstock/model'
import { hashText } from '@penstock/model/snapshot'
import { parseFunction, type SyntaxProblem } from './parse-function.ts'

/** Parsing takes a thread: what was parsed once is not parsed again. */
const known = new Map<string, Promise<SyntaxProblem | null>>()
const knownMax = 500

/** Whether the code of every function parses. Nothing of it is executed. */
export async function checkFunctions(definition: Definition): Promise<Diagnostic[]> {
  const found: Diagnostic[] = []
  // One after the other: a hundred functions that were imported at once are no reason for a hundred threads.
  for (const fn of recordsOf(definition, 'function')) {
    const problem = await parsed(fn.code)
    if (!problem) continue
    const { message, ...place } = problem
    const at = place.line === undefined ? '' : ` (line ${place.line}, column ${place.column})`
    found.push({
      code: 'function-syntax',
      severity: 'error',
      message: `The code of function "${fn.name}" can not be parsed: ${message}${at}`,
      location: { record: fn.id, path: ['code'], ...place },
      suggest: 'Mend the code; each call of it would fail.',
    })
  }
  return found
}

function parsed(code: string): Promise<SyntaxProblem | null> {
  const hash = hashText(code)
  let parsing = known.get(hash)
  if (!parsing) {
    parsing = parseFunction(code)
    known.set(hash, parsing)
    parsing.catch(() => known.delete(hash))
    if (known.size > knownMax) known.delete(known.keys().next().value!)
  }
  return parsing
}
