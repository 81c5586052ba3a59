import type { MarkupNode } from './outline-headings.ts'

/**
 * Rehype plugin: turns HTML inside Markdown, in which some descriptions are written throughout, into nodes. It is read
 * by the browser's parser into a document that runs nothing, and has to go through the sanitizer afterwards. Tags that
 * the Markdown parser handed over one by one are dropped, their text stays; line breaks remain line breaks.
 */
export function embeddedHtml() {
  return (tree: MarkupNode): void => replaceRaw(tree)
}

function replaceRaw(node: MarkupNode): void {
  if (!node.children) return
  node.children = node.children.flatMap((child) => {
    if (child.type !== 'raw') {
      replaceRaw(child)
      return [child]
    }
    const html = child.value ?? ''
    if (/^<br\s*\/?>$/i.test(html)) return [{ type: 'element', tagName: 'br', properties: {}, children: [] }]
    const { body } = new DOMParser().parseFromString(html, 'text/html')
    return [...body.childNodes].flatMap(nodeOf)
  })
}

function nodeOf(node: Node): MarkupNode[] {
  if (node instanceof Text) return [{ type: 'text', value: node.data }]
  if (!(node instanceof Element)) return []
  const properties = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]))
  return [
    {
      type: 'element',
      tagName: node.tagName.toLowerCase(),
      properties,
      children: [...node.childNodes].flatMap(nodeOf),
    },
  ]
}
