import { type GatewayResponse, newId, type RecordsDiff, recordsOf } from '@penstock/model'
import { mappedOrigin, saysOrigin } from '../facts/cors.ts'
import { defineRule } from '../rule.ts'

const types = ['DEFAULT_4XX', 'DEFAULT_5XX'] as const
const header = 'gatewayresponse.header.Access-Control-Allow-Origin'

export const corsMissingOnErrors = defineRule({
  id: 'cors-missing-on-errors',
  severity: 'warning',
  title: 'Errors of the gateway lack the CORS header',
  why: 'The methods answer pages of other origins, and the gateway’s own errors do not: a browser shows a CORS error instead of the 401, 403 or 504 that it was.',
  mend: 'Add `Access-Control-Allow-Origin` to the gateway responses DEFAULT_4XX and DEFAULT_5XX.',
  fix: {
    title: 'Add the header to both defaults',
    apply(definition): RecordsDiff {
      const origin = mappedOrigin(definition) ?? "'*'"
      const added: Record<string, GatewayResponse> = {}
      const updated: Record<string, [GatewayResponse, GatewayResponse]> = {}
      for (const responseType of types) {
        const there = [...recordsOf(definition, 'gatewayResponse')].find(
          (one) => one.responseType === responseType,
        )
        if (there && saysOrigin(there)) continue
        const id = there?.id ?? newId('gatewayResponse')
        const said = { ...there?.responseParameters, [header]: origin }
        const response: GatewayResponse = {
          ...there,
          kind: 'gatewayResponse',
          id,
          responseType,
          responseParameters: said,
        }
        if (there) updated[id] = [there, response]
        else added[id] = response
      }
      return { added, updated, removed: {} }
    },
  },
  *check({ definition, api, facts }) {
    // With settings of the API itself the gateway says it on everything.
    if (!facts.isAws || facts.type !== 'REST' || api?.cors || mappedOrigin(definition) === undefined) return
    const said = new Map([...recordsOf(definition, 'gatewayResponse')].map((one) => [one.responseType, one]))
    const missing = types.filter((type) => {
      const response = said.get(type)
      return !response || !saysOrigin(response)
    })
    if (missing.length === 0) return
    const message = `The methods allow other origins, and ${missing.join(' and ')} do not.`.replace(
      / do not\.$/,
      missing.length === 1 ? ' does not.' : ' do not.',
    )
    const [only] = missing
    const record = (missing.length === 1 && only && said.get(only)?.id) || api?.id
    yield { ...(record === undefined ? {} : { record }), message }
  },
})
