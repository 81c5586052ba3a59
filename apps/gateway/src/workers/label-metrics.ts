/**
 * The metrics of several workers as one text of Prometheus: each sample says of which worker it is, and all samples of a family
 * stand together, as the format asks for (Prometheus text format 0.0.4, "Grouping and sorting").
 */
export function labelMetrics(texts: ReadonlyMap<number, string>): string {
  const families = new Map<string, string[]>()
  for (const [worker, text] of texts) {
    let samples: string[] = []
    for (const line of text.split('\n')) {
      if (line === '') continue
      if (line.startsWith('#')) {
        const known = families.get(line)
        samples = known ?? []
        if (known === undefined) families.set(line, samples)
      } else samples.push(labelled(line, worker))
    }
  }
  return [...families].map(([head, samples]) => `${[head, ...samples].join('\n')}\n`).join('')
}

/** `name{a="b"} 1` or `name 1`. */
function labelled(sample: string, worker: number): string {
  const at = sample.search(/[{ ]/)
  const name = sample.slice(0, at)
  const label = `worker="${worker}"`
  return sample[at] === '{'
    ? `${name}{${label},${sample.slice(at + 1)}`
    : `${name}{${label}}${sample.slice(at)}`
}
