/** The host of an address that is called without TLS over a network that others share; undefined for all else. */
export function exposedHost(url: string): string | undefined {
  const host = /^\s*http:\/\/([^/?#:]+|\[[^\]]*\])/i.exec(url)?.[1]
  if (host === undefined || /\$\{|\{/.test(host)) return undefined
  return isNear(host) ? undefined : host
}

/** This machine, a private network, or a name without a dot as containers have. */
function isNear(host: string): boolean {
  const name = host.toLowerCase()
  if (!name.includes('.')) return true
  if (/(^|\.)(localhost|local|internal|lan|test|svc|cluster\.local)$/.test(name)) return true
  return /^(127|10)\.|^192\.168\.|^169\.254\.|^172\.(1[6-9]|2\d|3[01])\./.test(name)
}
