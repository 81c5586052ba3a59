import { XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { atomFeed, escapeXml } from './atom-feed.ts'

const nasty = 'a & b <script>alert("1")</script> \u0000\u001b]\ud800 ]]> \'q\''

test('whatever a change says stays text, and characters that XML can not write are left out', () => {
  const change = { title: nasty, action: 'changed', verdict: 'breaking', details: [nasty] } as const
  const release = {
    id: '01a201e7-d724-7b0d-a5a1-1a2564415a33',
    version: 2,
    deployedAt: '2026-11-22T08:00:00.000Z',
    backTo: null,
    undid: null,
    changes: [change],
    documentation: [],
  }
  const text = atomFeed({
    key: 'x',
    title: nasty,
    self: 'https://x.example/portal/x/changelog.atom?stage=a&b',
    page: 'https://x.example/portal/x/changelog?stage=a&b',
    since: '2026-11-21T08:00:00.000Z',
    releases: [release],
  })
  expect(XMLValidator.validate(text)).toBe(true)
  expect(text).not.toContain('<script>')
  // Twice: as text of HTML, which is text of XML.
  expect(text).toContain('&amp;lt;script&amp;gt;')
  expect(escapeXml('\u0000a\u001b\ud800b\ufffe')).toBe('ab')
  expect(escapeXml('😀')).toBe('😀')
})
