import { withTransferMode } from '@penstock/model'
import { changeRecord } from '../change.ts'
import { defineRule } from '../rule.ts'

export const streamOperationOther = defineRule({
  id: 'stream-operation-other',
  severity: 'warning',
  title: 'A function is called by the operation for other answers',
  why: 'For answers that stream Amazon calls Lambda by another operation than for whole ones, and the URI of the integration says which. Where the URI and the transfer mode do not agree, every call fails there; here the mode decides.',
  mend: 'Let the URI end in `/response-streaming-invocations` (version `2021-11-15`) where answers stream, and in `/invocations` (`2015-03-31`) where not.',
  fix: {
    title: 'Call the other operation',
    apply: (definition, { location }) =>
      changeRecord(definition, location.record, (record) =>
        record.kind === 'integration' && record.uri !== undefined
          ? { ...record, uri: withTransferMode(record.uri, record.responseTransferMode) }
          : record,
      ),
  },
  on: ['integration'],
  *check({ type, uri, responseTransferMode }, { facts }) {
    if (!facts.isAws || type !== 'aws_proxy' || uri === undefined) return
    const isStreaming = uri.endsWith('/response-streaming-invocations')
    if (!uri.endsWith('/invocations') && !isStreaming) return
    if (isStreaming === (responseTransferMode === 'STREAM')) return
    yield {
      path: ['uri'],
      message: isStreaming
        ? 'The URI calls the function for an answer that streams, and the integration waits for a whole one.'
        : 'The URI calls the function for a whole answer, and the integration streams it.',
    }
  },
})
