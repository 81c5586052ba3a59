import { AppError } from '@penstock/errors'

/** Turns the system's word for a port in use into PORT_IN_USE, which names the setting. */
export function portTaken(host: string, port: number, which: '' | '_TLS' | '_ADMIN') {
  return (error: NodeJS.ErrnoException): never => {
    if (error.code !== 'EADDRINUSE') throw error
    const variable = `PENSTOCK_GATEWAY${which}_PORT`
    throw new AppError('PORT_IN_USE', { params: { port, host, variable }, cause: error })
  }
}

/** An address that a client on this machine can call. */
export function shownHost(host: string): string {
  if (host === '0.0.0.0' || host === '::' || host === '') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}
