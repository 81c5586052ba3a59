import http from 'node:http'

/** An answer of which the head has come. */
export interface OpenCall {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  /** Text of the body as soon as it is this long, or all of it when it ends. Rejects when it is cut. */
  text(length: number): Promise<string>
  /** All of the rest. Rejects when it is cut. */
  rest(): Promise<Buffer>
  /** Goes away without reading the rest. */
  leave(): void
}

/** A call whose answer is read as the test asks for it; until then nothing of the body is. */
export function openCall(url: string, method = 'GET'): Promise<OpenCall> {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method, agent: false })
    request.on('error', reject)
    request.on('response', (response) => {
      // One that nobody reads right now may be cut too.
      response.on('error', () => undefined)
      const parts = response.iterator({ destroyOnReturn: false })
      const read = async (length: number): Promise<Buffer> => {
        const held: Buffer[] = []
        for (let size = 0; size < length; size += held.at(-1)?.length ?? 0) {
          const { done, value } = (await parts.next()) as IteratorResult<Buffer, undefined>
          if (done) break
          held.push(value)
        }
        return Buffer.concat(held)
      }
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        text: async (length) => (await read(length)).toString('utf8'),
        rest: () => read(Number.POSITIVE_INFINITY),
        leave: () => void request.destroy(),
      })
    })
    request.end()
  })
}
