const units: readonly (readonly [unit: string, seconds: number])[] = [
  ['y', 31_536_000],
  ['mo', 2_592_000],
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
]

/** "3 min ago", from an ISO date or milliseconds. Dates of the future count as now. */
export function timeAgo(at: string | number, now: number): string {
  const seconds = Math.floor((now - new Date(at).getTime()) / 1000)
  for (const [unit, size] of units) {
    if (seconds >= size) return `${Math.floor(seconds / size)} ${unit} ago`
  }
  return 'just now'
}
