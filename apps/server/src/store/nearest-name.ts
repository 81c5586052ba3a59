/** Of some names the one that somebody most likely meant; undefined where none is close. */
export function nearestName(wanted: string, names: readonly string[]): string | undefined {
  const most = Math.max(1, Math.floor(wanted.length / 3))
  const near = names
    .map((name) => ({ name, distance: typingErrors(wanted.toLowerCase(), name.toLowerCase()) }))
    .filter(({ distance }) => distance <= most)
  return near.sort((a, b) => a.distance - b.distance)[0]?.name
}

/** Letters that are missing, too many, wrong or swapped with their neighbour (optimal string alignment). */
function typingErrors(a: string, b: string): number {
  let older: number[] = []
  let old = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const wrong = a[i - 1] === b[j - 1] ? 0 : 1
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row[j] = Math.min(
        old[j]! + 1,
        row[j - 1]! + 1,
        old[j - 1]! + wrong,
        swapped ? older[j - 2]! + 1 : Infinity,
      )
    }
    older = old
    old = row
  }
  return old[b.length]!
}
