import { X509Certificate } from 'node:crypto'
import { createSecureContext, type TlsOptions } from 'node:tls'
import type { Certificate } from './server.ts'

/**
 * How a server speaks TLS: HTTP/2 before HTTP/1.1 (RFC 7301), and with the certificate that is for the host that the client names
 * (RFC 6066 §3), with the first where none is or it names none. Throws what is wrong with a certificate.
 */
export function tlsSettings(
  certificates: readonly [Certificate, ...Certificate[]],
): TlsOptions & { readonly ALPNProtocols: string[] } {
  const contexts = certificates.map(({ cert, key }) => ({
    of: new X509Certificate(cert),
    context: createSecureContext({ cert, key, minVersion: 'TLSv1.2' }),
  }))
  return {
    ...certificates[0],
    minVersion: 'TLSv1.2',
    ALPNProtocols: ['h2', 'http/1.1'],
    SNICallback: (name, done) => {
      const found = contexts.find(({ of }) => of.checkHost(name) !== undefined) ?? contexts[0]!
      done(null, found.context)
    },
  }
}
