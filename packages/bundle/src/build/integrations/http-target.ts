import { find, type Integration, type Upstream } from '@penstock/model'
import type { BundlePool, BundleTls } from '../../schema.ts'
import type { BuildContext } from '../context.ts'
import { defined } from '../defined.ts'
import { isObject } from '../is-object.ts'
import { poolOf } from './pool-of.ts'

export interface HttpTarget {
  readonly uri: string
  readonly appendPath?: true
  readonly pool?: BundlePool
  readonly tls?: BundleTls
}

/**
 * Where an HTTP integration calls: its own URI, a URI relative to its upstream, or the upstream with the path of the
 * request; an upstream with targets says besides where connections go. A text instead says why it can't be called.
 */
export function httpTarget(integration: Integration, context: BuildContext): HttpTarget | string {
  if (integration.rest?.['integrationSubtype'] !== undefined)
    return `This integration calls an Amazon service (${JSON.stringify(integration.rest['integrationSubtype'])}).`
  const upstream = find(context.definition, 'upstream', integration.upstream)
  const target = addressOf(integration, upstream)
  const pool = upstream && poolOf(upstream)
  // The address of one is known inside of a VPC alone: where it is called has to come from an upstream.
  if (
    integration.rest?.['connectionType'] === 'VPC_LINK' &&
    pool === undefined &&
    (upstream === undefined || isAbsolute(integration.uri ?? ''))
  )
    return 'This integration goes through an Amazon VPC link. It is called once it points at an upstream with targets.'
  return typeof target === 'string' ? target : defined({ ...target, pool, tls: tlsOf(integration, upstream) })
}

/** What the integration expects of the certificate (Amazon's `tlsConfig.serverNameToVerify`) goes before what its upstream does. */
function tlsOf({ rest }: Integration, upstream: Upstream | undefined): BundleTls | undefined {
  const config = rest?.['tlsConfig']
  const serverName = isObject(config) ? config['serverNameToVerify'] : undefined
  return typeof serverName === 'string' ? { ...upstream?.tls, serverName } : upstream?.tls
}

function addressOf(integration: Integration, upstream: Upstream | undefined): HttpTarget | string {
  const uri = integration.uri?.trim() || undefined
  if (uri !== undefined && (isAbsolute(uri) || !upstream))
    return isAbsolute(uri)
      ? { uri }
      : `"${uri}" is not an absolute URI, and there is no upstream that it could be relative to.`
  if (!upstream) return 'This integration has neither a URI nor an upstream.'
  if (!isAbsolute(upstream.url))
    return `The URL of upstream "${upstream.name}" is not absolute: "${upstream.url}".`
  const base = upstream.url.trim().replace(/(?<!\/)\/+$/, '')
  return uri === undefined ? { uri: base, appendPath: true } : { uri: join(base, uri) }
}

/** A URI that begins with a stage variable may turn out to be one; the gateway checks what it became. */
function isAbsolute(uri: string): boolean {
  return /^(https?:\/\/|\$\{stageVariables[.[])/i.test(uri.trim())
}

function join(base: string, path: string): string {
  return /^[/?]/.test(path) ? base + path : `${base}/${path}`
}
