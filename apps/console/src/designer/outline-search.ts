import { type Definition, recordsOf, resourceTree } from '@penstock/model'
import { nodeOf } from './nodes/definitions.ts'
import type { OutlineRow } from './outline-rows.ts'

interface Entry {
  readonly id: string
  readonly title: string
  readonly method: string | null
  readonly text: string
  readonly rank: number
}

const limit = 200

/** Finds operations by path, verb, id, summary or tag, and named records by name; built once per definition. */
export class OutlineSearch {
  readonly #entries: Entry[] = []

  constructor(definition: Definition) {
    const tree = resourceTree(definition)
    for (const method of recordsOf(definition, 'method')) {
      const path = tree.paths.get(method.resource) ?? ''
      const words = [method.httpMethod, path, method.operationId, method.summary, ...(method.tags ?? [])]
      this.#add(method.id, path, method.httpMethod, words, 0)
    }
    for (const resource of recordsOf(definition, 'resource')) {
      const path = tree.paths.get(resource.id) ?? resource.pathPart
      this.#add(resource.id, path, null, [path, resource.summary], 1)
    }
    for (const record of definition.values()) {
      if (record.kind === 'method' || record.kind === 'resource') continue
      const title = nodeOf(record.kind).title(record, definition)
      this.#add(record.id, title, null, [title, nodeOf(record.kind).noun], 2)
    }
  }

  /** The best matches as lines of the outline: every word must be there, shorter and earlier is better. */
  find(query: string): OutlineRow[] {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean)
    if (words.length === 0) return []
    const found: { entry: Entry; score: number }[] = []
    for (const entry of this.#entries) {
      let score = entry.rank * 1000 + entry.title.length
      for (const word of words) {
        const at = entry.text.indexOf(word)
        if (at < 0) {
          score = -1
          break
        }
        score += at
      }
      if (score >= 0) found.push({ entry, score })
    }
    found.sort((a, b) => a.score - b.score)
    const rows = found.slice(0, limit)
    return rows.map(({ entry: { id, title, method } }, index) => ({
      id,
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

  #add(
    id: string,
    title: string,
    method: string | null,
    words: readonly (string | undefined)[],
    rank: number,
  ): void {
    this.#entries.push({ id, title, method, text: words.filter(Boolean).join(' ').toLowerCase(), rank })
  }
}
