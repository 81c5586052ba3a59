/** Work in steps, each too short to be felt, so that whoever does it may do something else in between. */
export type Steps<T> = Generator<void, T, void>

/** All of it in one go. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}
