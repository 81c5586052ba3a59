import { fixOf } from '@penstock/lint'
import type { Diagnostic } from '@penstock/model'
import type { Editor, Transaction } from '../../editor/index.ts'

/** Applies the quick fixes of these problems as one edit, so that one undo takes them back. */
export function fixProblems(editor: Editor, problems: readonly Diagnostic[]): void {
  const [first] = problems
  const title = first && fixOf(first.code)?.title
  if (title === undefined) return
  editor.run(problems.length === 1 ? title : `${title} (${problems.length} times)`, (transaction) => {
    for (const problem of [...problems].sort(lastItemFirst)) fix(transaction, problem)
  })
}

function fix(transaction: Transaction, problem: Diagnostic): void {
  const diff = fixOf(problem.code)?.apply(transaction.all(), problem)
  if (!diff) return
  for (const id of Object.keys(diff.removed)) transaction.remove(id)
  for (const record of Object.values(diff.added)) transaction.put(record)
  for (const [, record] of Object.values(diff.updated)) transaction.put(record)
}

/** What is taken out of a list moves what is behind it, so it is gone through from its end. */
function lastItemFirst(a: Diagnostic, b: Diagnostic): number {
  const [left, right] = [a.location.path ?? [], b.location.path ?? []]
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const [one, other] = [left[at], right[at]]
    if (typeof one === 'number' && typeof other === 'number' && one !== other) return other - one
  }
  return 0
}
