import { createHash, timingSafeEqual } from 'node:crypto'

/** A token that calls are to show. Comparing takes the same time whatever they show. */
export class Secret {
  readonly #digest: Buffer

  constructor(token: string) {
    this.#digest = digest(token)
  }

  isShown(given: string): boolean {
    return timingSafeEqual(digest(given), this.#digest)
  }
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
