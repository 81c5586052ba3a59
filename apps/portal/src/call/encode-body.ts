import type { Json } from '@penstock/model'
import { objectOf } from '../openapi/read.ts'
import { wordOf } from './serialise-parameter.ts'

const boundary = 'penstock-form-part'

export function isJson(mediaType: string): boolean {
  return /^[^;]*[/+]json\b/i.test(mediaType)
}

/** An example as it goes over the wire in this media type. */
export function encodeBody(mediaType: string, example: Json): string {
  if (typeof example === 'string' && !isJson(mediaType)) return example
  if (/^application\/x-www-form-urlencoded/i.test(mediaType)) return formOf(example)
  if (/^multipart\/form-data/i.test(mediaType)) return partsOf(example)
  return JSON.stringify(example, null, 2)
}

/** The content type that goes with `encodeBody`: parts have to name what is between them. */
export function wireType(mediaType: string): string {
  return /^multipart\/form-data$/i.test(mediaType) ? `${mediaType}; boundary=${boundary}` : mediaType
}

/** Nested members in brackets, as most servers read them. */
function formOf(example: Json): string {
  const pairs: string[] = []
  const write = (name: string, value: Json) => {
    if (Array.isArray(value)) value.forEach((item, index) => write(`${name}[${index}]`, item))
    else if (typeof value === 'object' && value !== null)
      for (const [key, member] of Object.entries(value)) write(name === '' ? key : `${name}[${key}]`, member)
    else pairs.push(`${encodeURIComponent(name)}=${encodeURIComponent(wordOf(value))}`)
  }
  write('', example)
  return pairs.join('&')
}

function partsOf(example: Json): string {
  const parts = Object.entries(objectOf(example) ?? {}).map(
    ([name, value]) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${name.replaceAll('"', '%22')}"\r\n\r\n${wordOf(value)}\r\n`,
  )
  return `${parts.join('')}--${boundary}--\r\n`
}
