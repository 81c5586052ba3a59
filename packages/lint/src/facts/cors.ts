import { type Definition, type GatewayResponse, type Integration, recordsOf } from '@penstock/model'

const allowOrigin = /^(method|gateway)\.?response\.header\.access-control-allow-origin$/i

/** The origin that an Amazon-style API says on its own answers, as its mapping says it; undefined where it has no CORS. */
export function mappedOrigin(definition: Definition): string | undefined {
  const used = new Set([...recordsOf(definition, 'method')].map(({ integration }) => integration))
  for (const integration of recordsOf(definition, 'integration')) {
    const origin = used.has(integration.id) ? originOf(integration) : undefined
    if (origin !== undefined) return origin
  }
  return undefined
}

export function saysOrigin({ responseParameters }: GatewayResponse): boolean {
  return Object.keys(responseParameters ?? {}).some((target) => allowOrigin.test(target))
}

function originOf({ responses }: Integration): string | undefined {
  for (const { responseParameters } of Object.values(responses ?? {}))
    for (const [target, source] of Object.entries(responseParameters ?? {}))
      if (allowOrigin.test(target) && /^'.*'$/.test(source)) return source
  return undefined
}
