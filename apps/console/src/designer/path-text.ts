/** Whether a title is a path or a part of one. */
export function isPath(text: string): boolean {
  return text.startsWith('/')
}

/**
 * Beside `truncate`: of a path of several parts the end says more than the beginning, which is cut where there is no room
 * for all. The text stands in a `bdi` of its own.
 */
export function cutOf(text: string): string | false {
  return isPath(text) && text.lastIndexOf('/') > 0 && 'text-left [direction:rtl]'
}
