import { renderMockStatus } from '@penstock/template'
import { answer } from '../../answer.ts'
import { Failure } from '../../failure.ts'
import { emptyMappedRequest } from '../../mapping/parameter-mappings.ts'
import { RequestInputs } from '../../mapping/request-inputs.ts'
import { ResponseMapping } from '../../mapping/response-mapping.ts'
import { readBody } from '../../read-body.ts'
import type { IntegrationDefinition } from '../integration.ts'
import { RequestPayload } from '../request-payload.ts'

/** Amazon's mock: the request template gives `{"statusCode": n}`, and n selects the response. */
export const mockIntegration: IntegrationDefinition<'mock'> = {
  kind: 'mock',
  compile(integration) {
    const payload = new RequestPayload(integration)
    const mapping = new ResponseMapping(integration)
    return async (context) => {
      const bytes = await readBody(context)
      context.inspector?.enter('integration request')
      const inputs = new RequestInputs(context, bytes.toString('utf8'))
      const prepared = payload.prepare(inputs, bytes, emptyMappedRequest())
      const status = prepared.binary ? undefined : renderMockStatus(prepared.text)
      if (status === undefined)
        throw new Failure('MOCK_STATUS_MISSING', {
          phase: 'integration',
          reason: `the template gave ${prepared.binary ? 'bytes' : JSON.stringify(prepared.text.slice(0, 200))}`,
        })
      context.inspector?.calls({ kind: 'mock', status })
      const mapped = mapping.apply(inputs, { selector: String(status), headers: [], body: Buffer.alloc(0) })
      answer(context, mapped.status, mapped.headers, mapped.body, 'untraced')
    }
  },
}
