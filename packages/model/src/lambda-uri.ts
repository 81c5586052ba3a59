import type { Integration } from './kinds/integration.ts'

type TransferMode = Integration['responseTransferMode']

/**
 * The URI by which an integration calls a function at Lambda, in Amazon's words: another operation of Lambda is called for
 * an answer that streams (API Gateway developer guide, "Set up a Lambda proxy integration with payload response streaming").
 */
export function lambdaUri(region: string, arn: string, mode: TransferMode): string {
  return `arn:aws:apigateway:${region}:lambda:path/${operation(mode).join(`/functions/${arn}/`)}`
}

/** The URI with the operation that the mode needs; what is no URI of a function stays as it is. */
export function withTransferMode(uri: string, mode: TransferMode): string {
  const [, before, fn] =
    /^(.*:lambda:path\/+)[^/]+\/functions\/(.+)\/(?:response-streaming-)?invocations$/s.exec(uri) ?? []
  return before === undefined || fn === undefined ? uri : before + operation(mode).join(`/functions/${fn}/`)
}

function operation(mode: TransferMode): [version: string, action: string] {
  return mode === 'STREAM' ? ['2021-11-15', 'response-streaming-invocations'] : ['2015-03-31', 'invocations']
}
