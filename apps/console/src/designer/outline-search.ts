import type { ApiRecord, RecordId, RecordKind, RecordsDiff } from '@penstock/model'
import { nodeOf } from './nodes/definitions.ts'
import type { OutlineRow } from './outline-rows.ts'
import type { OutlineTree } from './outline-tree.ts'

interface Entry {
  readonly id: string
  readonly kind: RecordKind
  readonly title: string
  readonly method: string | null
  readonly text: string
  /** Where its title begins in the text: a verb before it makes no match worse. */
  readonly titleAt: number
  readonly rank: number
}

/** Of one path its operations come first, then the path itself; what is shared comes after all of them. */
const ranks = { operation: 0, path: 0.5, shared: 1000 }

const limit = 200

/**
 * Finds operations by path, verb, id, summary or tag, paths, and named records by name. Entries are made once per record, ahead
 * of the first search while nothing else is to be done, and again only for what a change touched.
 */
export class OutlineSearch {
  readonly #tree: OutlineTree
  readonly #entries = new Map<RecordId, Entry>()
  readonly #missing: Set<RecordId>
  /** What was found last: who types on searches in that. */
  #last: { readonly words: readonly string[]; readonly entries: readonly Entry[] } | null = null

  constructor(tree: OutlineTree) {
    this.#tree = tree
    this.#missing = new Set(tree.definition.keys())
  }

  /** Takes a change in, after the tree did. */
  apply({ added, updated, removed }: RecordsDiff): void {
    this.#last = null
    for (const record of [...Object.values(removed), ...Object.values(added)]) this.#forget(record, true)
    for (const [from, to] of Object.values(updated)) this.#forget(to, !samePlace(from, to))
  }

  /** Makes entries until `isTimeUp`; says whether some are still missing. */
  prepare(isTimeUp: () => boolean): boolean {
    for (const id of this.#missing) {
      const record = this.#tree.definition.get(id)
      if (record) this.#entries.set(id, this.#entryOf(record))
      this.#missing.delete(id)
      if (isTimeUp()) break
    }
    return this.#missing.size > 0
  }

  /** The best matches as lines of the outline: every word must be there, shorter and earlier is better. */
  find(query: string): OutlineRow[] {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean)
    if (words.length === 0) return []
    this.prepare(() => false)
    const among =
      this.#last && isNarrower(words, this.#last.words) ? this.#last.entries : this.#entries.values()
    const found: Entry[] = []
    const byScore = new Map<number, Entry[]>()
    for (const entry of among) {
      const score = scoreOf(entry, words)
      if (score < 0) continue
      found.push(entry)
      const same = byScore.get(score)
      if (same) same.push(entry)
      else byScore.set(score, [entry])
    }
    this.#last = { words, entries: found }
    const best: Entry[] = []
    for (const score of [...byScore.keys()].sort((a, b) => a - b)) {
      for (const entry of byScore.get(score)!) best.push(entry)
      if (best.length >= limit) break
    }
    const rows = best.slice(0, limit)
    return rows.map(({ id, kind, title, method }, index) => ({
      id,
      kind,
      title,
      method,
      level: 1,
      count: 0,
      isExpandable: false,
      isExpanded: false,
      position: index + 1,
      setSize: rows.length,
      parent: null,
      isLoose: true,
    }))
  }

  /** The path of everything below a resource is another one when it moves. */
  #forget(record: ApiRecord, isMoved: boolean): void {
    const touched = record.kind === 'resource' && isMoved ? this.#tree.below(record) : [record]
    for (const { id } of touched) {
      this.#entries.delete(id)
      this.#missing.add(id)
    }
  }

  #entryOf(record: ApiRecord): Entry {
    const { id, kind } = record
    if (record.kind === 'method') {
      const path = this.#tree.path(record.resource)
      const words = [record.httpMethod, path, record.operationId, record.summary, ...(record.tags ?? [])]
      return {
        id,
        kind,
        title: path,
        method: record.httpMethod,
        text: textOf(words),
        titleAt: record.httpMethod.length + 1,
        rank: ranks.operation,
      }
    }
    if (record.kind === 'resource') {
      const path = this.#tree.path(id)
      const text = textOf([path, record.summary])
      return { id, kind, title: path, method: null, text, titleAt: 0, rank: ranks.path }
    }
    const node = nodeOf(kind)
    const title = node.title(record, this.#tree.definition)
    const text = textOf([title, node.noun])
    return { id, kind, title, method: null, text, titleAt: 0, rank: ranks.shared }
  }
}

function textOf(words: readonly (string | undefined)[]): string {
  return words.filter(Boolean).join(' ').toLowerCase()
}

/** Less is better; below zero where a word is missing. */
function scoreOf({ text, title, titleAt, rank }: Entry, words: readonly string[]): number {
  let score = rank + title.length
  for (const word of words) {
    const at = text.indexOf(word)
    if (at < 0) return -1
    score += Math.max(0, at - titleAt)
  }
  return score
}

/** Whether all that these words find was found by those. */
function isNarrower(words: readonly string[], those: readonly string[]): boolean {
  return those.every((word) => words.some((each) => each.includes(word)))
}

function samePlace(from: ApiRecord, to: ApiRecord): boolean {
  if (from.kind !== 'resource' || to.kind !== 'resource') return true
  return from.parent === to.parent && from.pathPart === to.pathPart
}
