/** A value that can't be judged in sensible time. The words are for whoever sent it. */
export class TooComplex extends Error {}

/**
 * Schemas that lead to themselves in several ways (`anyOf` of two references) make work that doubles with each level of
 * nesting that a caller sends. So references are counted, and a check ends when they are out of proportion to the text.
 */
export class Budget {
  #left = 0

  begin(textLength: number): void {
    this.#left = 20_000 + 4 * textLength
  }

  /** One reference followed. Throws TooComplex when there were too many. */
  spend(): void {
    if (--this.#left < 0) throw new TooComplex('it is nested in more ways than can be checked')
  }
}
