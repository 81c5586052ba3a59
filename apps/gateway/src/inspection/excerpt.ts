import { type Excerpt, excerptLimit } from '@penstock/bundle'

/** The beginning of a body as people read it: text where it is UTF-8, base64 otherwise. `size` is the whole body's. */
export function excerpt(bytes: Buffer, limit: number, size = bytes.length, whole = true): Excerpt {
  const kept = bytes.length > limit ? bytes.subarray(0, limit) : bytes
  const isWhole = whole && kept.length === size
  const text = textOf(kept, isWhole)
  return text === null
    ? { text: kept.toString('base64'), encoding: 'base64', bytes: size, whole: isWhole }
    : { text, encoding: 'text', bytes: size, whole: isWhole }
}

/** The beginning of a text. Made only where somebody inspects: it costs a copy. */
export function excerptOf(text: string): Excerpt {
  return excerpt(Buffer.from(text, 'utf8'), excerptLimit)
}

/** A cut may fall inside a character: what is left of that one is dropped. */
function textOf(bytes: Buffer, isWhole: boolean): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: !isWhole })
  } catch {
    return null
  }
}

/** Collects a body of which only the beginning is kept. */
export class BodyRecorder {
  readonly #limit: number
  readonly #parts: Buffer[] = []
  #kept = 0
  #size = 0
  #ended = false

  constructor(limit: number) {
    this.#limit = limit
  }

  get isFull(): boolean {
    return this.#size > this.#limit
  }

  add(chunk: Uint8Array): void {
    this.#size += chunk.byteLength
    const room = this.#limit - this.#kept
    if (room <= 0) return
    const part = Buffer.from(chunk.subarray(0, room))
    this.#parts.push(part)
    this.#kept += part.length
  }

  end(): void {
    this.#ended = true
  }

  /** Null when nothing came. */
  excerpt(): Excerpt | null {
    if (this.#size === 0) return null
    return excerpt(Buffer.concat(this.#parts, this.#kept), this.#limit, this.#size, this.#ended)
  }
}
