/** A path without the names of its parameters: what a request can tell apart. */
export function pathShape(path: string): string {
  return path.replace(/\{[^{}]*?(\+?)\}/g, '{$1}')
}
