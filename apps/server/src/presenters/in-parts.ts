/** Records in a part: about half a megabyte. */
const partSize = 500

/** The same in parts, so that who reads begins before all of it is written. The last may be empty. */
export function* inParts<T>(all: Iterable<T>): Generator<T[]> {
  let part: T[] = []
  for (const each of all) {
    part.push(each)
    if (part.length < partSize) continue
    yield part
    part = []
  }
  yield part
}
