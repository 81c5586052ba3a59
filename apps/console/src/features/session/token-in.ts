/** The token of a one-time link. It stands behind the `#`, so that it is in no server's log. */
export function tokenIn(link: string): string | undefined {
  return /token=([\w-]+)/.exec(link)?.[1]
}
