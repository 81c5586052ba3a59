import { setImmediate } from 'node:timers/promises'
import { Linter } from '@penstock/lint'
import type { Diagnostic } from '@penstock/model'
import { LRUCache } from 'lru-cache'
import type { Content } from './plan.ts'

/** How long requests wait for a linter at most. */
const sliceMs = 10

/** What is doubtful about a draft. After an edit, what the edit touched is looked at again and no more. */
export type LintDraft = (content: Pick<Content, 'apiId' | 'definition'>) => Promise<Diagnostic[]>

/** Gives way to requests between steps: the whole of a large API takes a second. */
export function createDraftLint(): LintDraft {
  const linters = new LRUCache<string, Linter>({ max: 4 })
  let busy: Promise<unknown> = Promise.resolve()

  async function lint({ apiId, definition }: Parameters<LintDraft>[0]): Promise<Diagnostic[]> {
    const linter = linters.get(apiId) ?? new Linter()
    // It is taken out while it works: one that failed half way would find the rest never.
    linters.delete(apiId)
    const steps = linter.steps(definition)
    let since = performance.now()
    while (!steps.next().done) {
      if (performance.now() - since < sliceMs) continue
      await setImmediate()
      since = performance.now()
    }
    linters.set(apiId, linter)
    return linter.diagnostics()
  }

  // One after the other: two at once would only take turns.
  return (content) => {
    const result = busy.then(() => lint(content))
    busy = result.catch(() => undefined)
    return result
  }
}
