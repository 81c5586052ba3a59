import { changeRecord, withValue } from '../change.ts'
import { defineRule } from '../rule.ts'

export const streamWithoutProxy = defineRule({
  id: 'stream-without-proxy',
  severity: 'warning',
  title: 'Answers that cannot be streamed',
  why: 'Only what a proxy answers can be sent on as it comes: templates need a whole answer, and a WebSocket sends whole messages. Here such answers are sent once they are whole; Amazon does not import the integration.',
  mend: 'Choose the type that passes answers on (`aws_proxy`, `http_proxy`), or have answers sent whole.',
  fix: {
    title: 'Send answers whole',
    apply: (definition, { location }) =>
      changeRecord(definition, location.record, (record) =>
        withValue(record, ['responseTransferMode'], undefined),
      ),
  },
  on: ['integration'],
  *check({ type, responseTransferMode }, { facts }) {
    if (responseTransferMode !== 'STREAM') return
    const isProxy = type === 'http_proxy' || type === 'aws_proxy'
    if (isProxy && facts.type !== 'WEBSOCKET') return
    const whose = isProxy ? 'a WebSocket API' : `an integration of the type ${type}`
    yield { path: ['responseTransferMode'], message: `Answers of ${whose} are not streamed.` }
  },
})
