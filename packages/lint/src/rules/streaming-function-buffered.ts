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
        record.kind === 'integration' ? { ...record, responseTransferMode: 'STREAM' } : record,
      ),
  },
  on: ['integration'],
  *check({ type, function: id, responseTransferMode }, scope) {
    if (type !== 'aws_proxy' || responseTransferMode === 'STREAM' || scope.facts.type === 'WEBSOCKET') return
    const fn = scope.find('function', id)
    if (fn === undefined || !/\bstreamifyResponse\s*\(/.test(fn.code)) return
    yield {
      path: ['responseTransferMode'],
      message: `The function ${fn.name} streams its answers, and the integration waits for whole ones.`,
    }
  },
})
