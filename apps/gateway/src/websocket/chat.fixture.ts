import type { Bundle, BundleFunction, BundleIntegration, BundleMessageRoute } from '@penstock/bundle'
import { handBundle } from '../testing.fixture.ts'

export interface Chat {
  /** Route key → the code of the function that answers it, or what answers instead. */
  readonly [routeKey: string]: string | BundleIntegration | null
}

/** A WebSocket API with a function for each route. Every route answers but those of connections. */
export function chat(
  routes: Chat,
  api: Partial<Bundle['api']> = {},
  more: Partial<BundleMessageRoute> = {},
): Bundle {
  const integrations: BundleIntegration[] = []
  const functions: BundleFunction[] = []
  const listed = Object.entries(routes).map(([key, given], index): BundleMessageRoute => {
    const name = `fn${index}`
    if (typeof given === 'string')
      functions.push({
        name,
        code: given,
        handler: 'handler',
        timeoutMs: 3_000,
        memoryMb: 128,
        environment: {},
      })
    if (given !== null) integrations.push(typeof given === 'string' ? lambda(name) : given)
    const answers = key !== '$connect' && key !== '$disconnect'
    return {
      id: `rou_${index}`,
      key,
      integration: given === null ? null : integrations.length - 1,
      answers,
      ...more,
    }
  })
  return handBundle([], integrations, {
    functions,
    api: { type: 'WEBSOCKET', ...api },
    websocket: { selection: '$request.body.action', routes: listed },
  })
}

export function lambda(name: string): BundleIntegration {
  return {
    kind: 'function',
    function: name,
    proxy: true,
    payloadFormatVersion: '1.0',
    timeoutMs: 5_000,
    responses: [],
  }
}

/** The code of a function that answers with the value of an expression. */
export const says = (expression: string) =>
  `exports.handler = async (event) => ({ statusCode: 200, body: ${expression} })`
