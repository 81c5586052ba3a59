/** A field that text is typed in. */
export interface TextHolder {
  readonly value: string
}

/**
 * Whose undo is meant while a field has the keyboard: the field's own, as long as something typed since it was entered
 * (or since Enter took it) is in it, then the document's. Where every character is written to the document at once, what
 * was typed is one step of the document, which takes it back as a whole.
 */
export class FieldUndo {
  #field: TextHolder | null = null
  #before = ''
  #isTyped = false
  /** How many of the field's own undos could be redone. */
  #undone = 0

  /** The field was entered, what is in it was taken, or it was written past the keyboard. */
  settle(field: TextHolder): void {
    this.#field = field
    this.#before = field.value
    this.#isTyped = false
    this.#undone = 0
  }

  /** Text was typed, deleted, or taken back by the field's own undo (`historyUndo` of the browser's input events). */
  typed(field: TextHolder, inputType: string): void {
    if (field !== this.#field) this.settle(field)
    this.#isTyped = true
    if (inputType === 'historyUndo') this.#undone++
    else if (inputType === 'historyRedo') this.#undone--
    else this.#undone = 0
  }

  /** Whether the field has something of its own to take back, or to bring back. */
  isOwn(field: TextHolder, direction: 'undo' | 'redo'): boolean {
    if (field !== this.#field) return false
    return direction === 'redo' ? this.#undone > 0 : this.#isTyped && field.value !== this.#before
  }
}

/** Whether what is typed in a field is in the document already; a draft is not, wherever it stands. */
export function isWrittenThrough(field: Element): boolean {
  return field.closest('[data-draft], [data-writes-through]')?.hasAttribute('data-writes-through') ?? false
}

/** The field of an event, if text is typed in it. */
export function textHolder(target: EventTarget | null): (HTMLElement & TextHolder) | null {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : null
}
