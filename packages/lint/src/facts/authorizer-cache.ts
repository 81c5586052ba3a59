import type { Authorizer } from '@penstock/model'

/** Amazon's, where nothing is said. */
const defaultSeconds = 300

export function isFunctionAuthorizer({ settings }: Authorizer): boolean {
  const type = settings?.['type']
  return typeof type === 'string' && /^(token|request)$/i.test(type)
}

/** How long an authorizer's answer is kept. */
export function cacheSecondsOf({ settings }: Authorizer): number {
  const seconds = settings?.['authorizerResultTtlInSeconds']
  return typeof seconds === 'number' || typeof seconds === 'string' ? Number(seconds) || 0 : defaultSeconds
}

/** What callers are told apart by. */
export function identitySourcesOf({ settings }: Authorizer): string[] {
  const source = settings?.['identitySource']
  const list = Array.isArray(source) ? source : typeof source === 'string' ? source.split(',') : []
  return list.filter((one): one is string => typeof one === 'string' && one.trim() !== '')
}
