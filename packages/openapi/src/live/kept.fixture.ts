import type { ApiRecord, Definition } from '@penstock/model'
import { imported as importedDocument } from '../document.fixture.ts'
import { keepText } from './keep-text.ts'
import { type KeptPart, keptOf } from './kept-part.ts'
import { LiveDocument } from './live-document.ts'

/** A description with comments wherever there may be some, with quotes, anchors and an order of its own. */
export const source = `---
# Pets, as the shop sees them.
openapi: 3.1.0
info:
  version: "1"   # bump by hand
  title: Pets

paths: # what is public
  # The list is paged since May.
  /pets:
    get:
      summary: 'List'
      parameters:
        # never more than 100
        - {name: limit, in: query, schema: {type: integer}}
      responses:
        200: &ok
          description: OK
    post:
      responses:
        200: *ok

  # The root comes last.
  /:
    get:
      responses: {"200": {description: OK}}

components:
  schemas:
    Pet:
      type: object
      # The name is a person's.
      properties:
        name: {type: string} # as given
# the end
`

/** What a description that must be accepted says. */
export function imported(text: string): Definition {
  return importedDocument(text).definition
}

/** The text of an API that was imported in it. */
export function opened(definition: Definition, text: string) {
  return new LiveDocument(definition, 'yaml', keptOf(keepText(text, definition).parts))
}

/** With what becomes of each record; null: it is removed. */
export function changed(definition: Definition, change: (record: ApiRecord) => ApiRecord | null): Definition {
  const next = new Map<string, ApiRecord>()
  for (const [id, record] of definition) {
    const after = change(record)
    if (after) next.set(id, after)
  }
  return next
}

/** What is to be kept, and is from then on. */
export function keep(live: LiveDocument) {
  const change = live.toKeep()
  live.keep(change)
  return change
}

/** Somebody types this in place of that. */
export function typed(live: LiveDocument, from: string, to: string): void {
  const start = live.text.indexOf(from)
  if (start < 0) throw new Error(`No ${from} in the text.`)
  const { errors } = live.typed([{ start, end: start + from.length, text: to }])
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'))
}

/** What is kept of these parts after what was typed is saved. */
export function saved(live: LiveDocument, parts: Iterable<KeptPart>) {
  const server = new Map(keptOf(parts))
  const { put, remove } = keep(live)
  for (const place of remove) server.delete(place)
  for (const part of put) server.set(part.place, part)
  return server
}

/** What is kept of a text that is typed in place of another. */
export function keptOfTyped(text: string) {
  const live = new LiveDocument(imported('openapi: 3.1.0\ninfo: {title: A, version: "1"}\npaths: {}\n'))
  const { errors } = live.typed([{ start: 0, end: live.text.length, text }])
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'))
  return { live, kept: live.toKeep() }
}
