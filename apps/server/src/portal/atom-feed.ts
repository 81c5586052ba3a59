import { createHash } from 'node:crypto'
import type { PortalChange, PortalRelease } from './portal-view.ts'

export interface Feed {
  /** Of the API and the stage: the same for as long as they are there. */
  readonly key: string
  readonly title: string
  /** Address of the feed itself. */
  readonly self: string
  /** Address of the page that says the same. */
  readonly page: string
  /** Where there is no release yet: when the stage was deployed to. */
  readonly since: string
  readonly releases: readonly PortalRelease[]
}

/** The changelog as Atom (RFC 4287). Addresses are absolute, and ids stay when the server is called by another name. */
export function atomFeed({ key, title, self, page, since, releases }: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `  <id>urn:uuid:${uuidOf(key)}</id>`,
    `  <title>${escapeXml(`${title}: changelog`)}</title>`,
    `  <updated>${releases[0]?.deployedAt ?? since}</updated>`,
    `  <author><name>${escapeXml(title)}</name></author>`,
    `  <link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>`,
    `  <link rel="alternate" type="text/html" href="${escapeXml(page)}"/>`,
    '  <generator>Penstock</generator>',
    ...releases.map((release) => entry(release, page)),
    '</feed>',
    '',
  ].join('\n')
}

function entry(release: PortalRelease, page: string): string {
  const { id, version, deployedAt, changes } = release
  const isBreaking = changes.some(({ verdict }) => verdict === 'breaking')
  return [
    '  <entry>',
    `    <id>urn:uuid:${id}</id>`,
    `    <title>${escapeXml(`v${version}: ${summary(release)}`)}</title>`,
    `    <published>${deployedAt}</published>`,
    `    <updated>${deployedAt}</updated>`,
    `    <link rel="alternate" type="text/html" href="${escapeXml(`${page}#v${version}`)}"/>`,
    ...(isBreaking ? ['    <category term="breaking" label="Breaking changes"/>'] : []),
    `    <content type="html">${escapeXml(html(release))}</content>`,
    '  </entry>',
  ].join('\n')
}

/** "2 changes, 1 breaking"; "back to v1, 2 changes" of a rollback. */
export function summary(release: PortalRelease): string {
  const { backTo, undid } = release
  if (undid !== null) return `the rollback v${undid} undone`
  return backTo === null ? changesInWords(release) : `back to v${backTo}, ${changesInWords(release)}`
}

function changesInWords({ changes, documentation }: PortalRelease): string {
  const breaking = changes.filter(({ verdict }) => verdict === 'breaking').length
  if (changes.length === 0) return documentation.length > 0 ? 'documentation' : 'first version'
  const count = `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}`
  return breaking > 0 ? `${count}, ${breaking} breaking` : count
}

function html({ undid, changes, documentation }: PortalRelease): string {
  if (undid !== null) return `<p>The rollback v${undid} was undone: nothing changed since before it.</p>`
  const breaking = changes.filter(({ verdict }) => verdict === 'breaking')
  const others = changes.filter(({ verdict }) => verdict !== 'breaking')
  return (
    section('Breaking', breaking) + section('Changed', others) + section('Documentation', documentation) ||
    '<p>The first version.</p>'
  )
}

function section(heading: string, changes: readonly PortalChange[]): string {
  if (changes.length === 0) return ''
  const items = changes.map(({ title, details }) => {
    const more = details.map((detail) => `<br/>${escapeXml(detail)}`).join('')
    return `<li><strong>${escapeXml(title)}</strong>${more}</li>`
  })
  return `<h3>${heading}</h3><ul>${items.join('')}</ul>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Characters that XML 1.0 has no way to write are left out. */
export function escapeXml(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex -- those are what is left out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
      .replace(/[&<>"']/g, (character) => entities[character]!)
  )
}

/** A UUID (version 8, of RFC 9562) that says the same each time. */
function uuidOf(key: string): string {
  const bytes = createHash('sha256').update(`penstock changelog ${key}`).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
