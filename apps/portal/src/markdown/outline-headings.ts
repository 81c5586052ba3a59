/** The part of a hast tree that is looked at here. */
export interface MarkupNode {
  type: string
  tagName?: string
  value?: string
  properties?: Record<string, unknown>
  children?: MarkupNode[]
}

export interface OutlineOptions {
  /** Level of the uppermost headings: 3 puts them under an h2. */
  readonly level: number
  /** Put before ids, so that headings of a description meet nothing of the page. */
  readonly prefix: string
}

/**
 * Rehype plugin: fits the headings of a description under those of the page without leaving a level out, and gives each
 * an id made of its text, to which links inside the description (`#rate-limits`) then lead.
 */
export function outlineHeadings({ level, prefix }: OutlineOptions) {
  return (tree: MarkupNode): void => {
    const above: number[] = []
    const taken = new Map<string, number>()
    visit(tree, (node) => {
      const depth = Number(/^h([1-6])$/.exec(node.tagName ?? '')?.[1] ?? 0)
      if (depth > 0) {
        while (above.length > 0 && above.at(-1)! >= depth) above.pop()
        above.push(depth)
        node.tagName = `h${Math.min(6, level + above.length - 1)}`
        node.properties = { ...node.properties, id: prefix + unique(slugOf(textOf(node)), taken) }
      }
      const href = node.properties?.['href']
      if (node.tagName === 'a' && typeof href === 'string' && href.startsWith('#'))
        node.properties = {
          ...node.properties,
          href: `#${prefix}${href.slice(1).replace(/^user-content-/, '')}`,
        }
    })
  }
}

export function visit(node: MarkupNode, look: (node: MarkupNode) => void): void {
  look(node)
  for (const child of node.children ?? []) visit(child, look)
}

function textOf(node: MarkupNode): string {
  return node.value ?? (node.children ?? []).map(textOf).join('')
}

/** As GitHub makes them: what links in descriptions are written for. */
function slugOf(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-')
}

function unique(slug: string, taken: Map<string, number>): string {
  const count = taken.get(slug) ?? 0
  taken.set(slug, count + 1)
  return count === 0 ? slug : `${slug}-${count}`
}
