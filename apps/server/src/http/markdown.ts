/**
 * The little Markdown that our pages use: headings, paragraphs, lists, quotes, fenced code, and code, links and
 * emphasis inside a line. Everything is escaped first, so a page can't bring HTML of its own.
 */
export function markdownToHtml(text: string): string {
  const blocks = text.match(/```[\s\S]*?\n```|(?:(?!\n\n|\n```)[\s\S])+/g) ?? []
  return blocks
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map(blockToHtml)
    .join('\n')
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

function blockToHtml(block: string): string {
  const fence = /^```\w*\n([\s\S]*?)\n?```$/.exec(block)
  if (fence) return `<pre><code>${escapeHtml(fence[1]!)}</code></pre>`
  const heading = /^(#{1,4}) (.*)$/.exec(block)
  if (heading) return `<h${heading[1]!.length}>${inline(heading[2]!)}</h${heading[1]!.length}>`
  if (block.startsWith('> ')) return `<blockquote><p>${inline(block.replace(/^> ?/gm, ''))}</p></blockquote>`
  if (/^(?:[-*]|\d+\.) /.test(block)) {
    const items = block.split(/\n(?=(?:[-*]|\d+\.) )/).map((item) => item.replace(/^(?:[-*]|\d+\.) /, ''))
    const tag = /^\d/.test(block) ? 'ol' : 'ul'
    return `<${tag}>${items.map((item) => `<li>${inline(item)}</li>`).join('')}</${tag}>`
  }
  return `<p>${inline(block)}</p>`
}

function inline(text: string): string {
  return escapeHtml(text)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/\[([^\]]+)\]\(((?:\/|\.{0,2}\/|https:\/\/)[^)\s]*)\)/g, '<a href="$2">$1</a>')
}
