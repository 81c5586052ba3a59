import { expect, test } from 'vitest'
import { type MarkupNode, outlineHeadings, visit } from './outline-headings.ts'

const element = (tagName: string, text: string, properties: Record<string, unknown> = {}): MarkupNode => ({
  type: 'element',
  tagName,
  properties,
  children: [{ type: 'text', value: text }],
})

function outline(...children: MarkupNode[]): string[] {
  const tree = { type: 'root', children }
  outlineHeadings({ level: 2, prefix: 'about-' })(tree)
  const lines: string[] = []
  visit(tree, ({ tagName, properties }) => {
    if (tagName) lines.push(`${tagName} ${String(properties?.['id'] ?? properties?.['href'])}`)
  })
  return lines
}

test('headings begin under the page and leave no level out', () => {
  expect(
    outline(
      element('h1', 'Intro'),
      element('h4', 'Rate limits!'),
      element('h2', 'Auth'),
      element('h1', 'Intro'),
    ),
  ).toEqual(['h2 about-intro', 'h3 about-rate-limits', 'h3 about-auth', 'h2 about-intro-1'])
})

test('links inside a description lead to its own headings, other links stay', () => {
  expect(
    outline(element('a', 'x', { href: '#rate-limits' }), element('a', 'y', { href: 'https://a.example/#b' })),
  ).toEqual(['a #about-rate-limits', 'a https://a.example/#b'])
})
