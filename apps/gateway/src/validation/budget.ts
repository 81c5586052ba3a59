/** A value that can't be judged in sensible time. The words are for whoever sent it. */
export class TooComplex extends Error {}

/**
 * What may be done for one value, in proportion to the text that it was read from. Schemas that lead to themselves in
 * several ways (`anyOf` of two references) make work that doubles with each level of nesting that a caller sends. So
 * everything whose cost depends on what was sent is counted (metered.ts), and a check ends when that is out of proportion.
 */
export class Budget {
  #left = 0

  begin(textLength: number): void {
    this.#left = 20_000 + 4 * textLength
  }

  /** One unit is about what following a reference takes: 50 ns. Throws TooComplex when there were too many. */
  spend(units = 1): void {
    this.#left -= units
    if (this.#left < 0) throw new TooComplex('to check it takes more steps than its length allows')
  }
}
