import type { Json } from '@penstock/model'

/** `owner.login in the request body`, or only the latter. */
export function place({ at, where }: { at: string; where: string }): string {
  return at === '' ? where : `"${at}" in ${where}`
}

/** The same at the beginning of a sentence. */
export function placeFirst(delta: { at: string; where: string }): string {
  return upperFirst(place(delta))
}

/** The same for headings, with what it belongs to: a shared record speaks for itself. */
export function heading(delta: { at: string; where: string; shared: boolean; subject: string }): string {
  if (!delta.shared) return `${place(delta)} of ${delta.subject}`
  return delta.at === '' ? delta.subject : `"${delta.at}" of ${delta.subject}`
}

/** `query parameter since` */
export function nameParameter({ parameter }: { parameter: { in: string; name: string } }): string {
  return `${parameter.in} parameter ${parameter.name}`
}

/** JSON as a person would write it in a sentence, cut where it gets long. */
export function show(value: Json | undefined): string {
  if (value === undefined) return 'none'
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

/** `9, it was 5`; nothing where neither is known. */
export function change({ from, to }: { from: Json | undefined; to: Json | undefined }): string {
  return `${show(to)}, it was ${show(from)}`
}

export function list(items: readonly string[], most = 5): string {
  return items.length <= most
    ? items.join(', ')
    : `${items.slice(0, most).join(', ')} and ${items.length - most} more`
}

/** Fields of records whose own names say little to people. */
const fieldNames: Readonly<Record<string, string>> = {
  declared: 'entry in the description',
  expect: 'expected answer',
  openapiVersion: 'OpenAPI version',
  rest: 'extensions',
}

/** A field in words: `externalDocs` is the external docs. What is more than a field's name stays as it is. */
export function nameField(field: string): string {
  if (Object.hasOwn(fieldNames, field)) return fieldNames[field]!
  return /^[a-z]+([A-Z][a-z]+)+$/.test(field)
    ? field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    : field
}

export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A text as it is; the other words where it is none. */
export function textOr(value: Json | undefined, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise
}
