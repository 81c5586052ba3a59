/** Each line of a body as JSON, as soon as it is there. */
export async function* jsonLines(body: ReadableStream<Uint8Array>): AsyncGenerator<unknown> {
  const decoder = new TextDecoder()
  const reader = body.getReader()
  let begun: string[] = []
  for (;;) {
    const { done, value } = await reader.read()
    const [first, ...rest] = done ? [decoder.decode()] : decoder.decode(value, { stream: true }).split('\n')
    begun.push(first!)
    for (const piece of done ? [...rest, ''] : rest) {
      const line = begun.join('')
      if (line !== '') yield JSON.parse(line)
      begun = [piece]
    }
    if (done) return
  }
}
