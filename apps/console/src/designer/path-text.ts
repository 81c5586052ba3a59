/** Whether a title is a path, of which the end says more than the beginning. */
export function isPath(text: string): boolean {
  return text.startsWith('/')
}

/** Beside `truncate`: what there is no room for is cut at its beginning. The text stands in a `bdi` of its own. */
export const cutAtTheBeginning = 'text-left [direction:rtl]'
