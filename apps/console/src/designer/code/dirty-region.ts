import type { TextEdit } from '@penstock/openapi/live'

/** One change of a text as an editor tells it. */
export interface TextChange {
  readonly rangeOffset: number
  readonly rangeLength: number
  readonly text: string
}

/**
 * Where a text differs from what was last read of it, as one stretch: from where it begins, and how much at the end is
 * the same. Knows lengths only; what is in the stretch is asked for when it is read.
 */
export class DirtyRegion {
  #length: number
  #lengthBefore: number
  #start = Number.POSITIVE_INFINITY
  #kept = Number.POSITIVE_INFINITY

  constructor(length: number) {
    this.#length = length
    this.#lengthBefore = length
  }

  get isClean(): boolean {
    return this.#start === Number.POSITIVE_INFINITY
  }

  /** Changes that were made at once: their places are all those of the text before. */
  note(changes: readonly TextChange[]): void {
    let grown = 0
    for (const { rangeOffset, rangeLength, text } of changes) {
      this.#start = Math.min(this.#start, rangeOffset)
      this.#kept = Math.min(this.#kept, this.#length - rangeOffset - rangeLength)
      grown += text.length - rangeLength
    }
    this.#length += grown
  }

  /** The stretch as an edit of what was last read; clean afterwards. */
  take(slice: (start: number, end: number) => string): TextEdit {
    const [start, kept] = [this.#start, this.#kept]
    const edit = { start, end: this.#lengthBefore - kept, text: slice(start, this.#length - kept) }
    this.settle(this.#length)
    return edit
  }

  /** The text has this length and was read. */
  settle(length: number): void {
    this.#length = length
    this.#lengthBefore = length
    this.#start = Number.POSITIVE_INFINITY
    this.#kept = Number.POSITIVE_INFINITY
  }

  get length(): number {
    return this.#length
  }
}
