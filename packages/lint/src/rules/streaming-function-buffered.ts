import { withTransferMode } from '@penstock/model'
import { changeRecord } from '../change.ts'
import { defineRule } from '../rule.ts'

export const streamingFunctionBuffered = defineRule({
  id: 'streaming-function-buffered',
  severity: 'warning',
  title: 'A function that streams is waited for',
  why: 'What a handler of `awslambda.streamifyResponse` writes has another form than a whole answer, so that calls fail with 502 where the integration waits for one.',
  mend: 'Set the responses of the integration to *Streamed* (`responseTransferMode: STREAM`).',
  fix: {
    title: 'Stream its answers',
    apply: (definition, { location }) =>
      changeRecord(definition, location.record, (record) =>
        record.kind === 'integration'
          ? {
              ...record,
              ...(record.uri === undefined ? {} : { uri: withTransferMode(record.uri, 'STREAM') }),
              responseTransferMode: 'STREAM',
            }
          : record,
      ),
  },
  *check({ all, facts }) {
    if (facts.type === 'WEBSOCKET') return
    const streaming = [...all('function')].filter(({ code }) => /\bstreamifyResponse\s*\(/.test(code))
    if (streaming.length === 0) return
    for (const { id, type, function: called, uri = '', responseTransferMode } of all('integration')) {
      if (type !== 'aws_proxy' || responseTransferMode === 'STREAM') continue
      const fn = streaming.find((one) => one.id === called || nameIn(uri) === one.name)
      if (fn === undefined) continue
      yield {
        record: id,
        path: ['responseTransferMode'],
        message: `The function ${fn.name} streams its answers, and the integration waits for whole ones.`,
      }
    }
  },
})

/** The function that a URI of Lambda names. */
function nameIn(uri: string): string | undefined {
  return /:function:([^:/]+)/.exec(uri)?.[1]
}
