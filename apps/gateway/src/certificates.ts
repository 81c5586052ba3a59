import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createSecureContext } from 'node:tls'
import { AppError, toAppError } from '@penstock/errors'
import type { CertificateFiles } from './options.ts'
import type { Certificate } from './wire/server.ts'

const variables = { cert: 'PENSTOCK_GATEWAY_TLS_CERT', key: 'PENSTOCK_GATEWAY_TLS_KEY' } as const

type Some<T> = readonly [T, ...T[]]

/** What the files of the TLS listener hold, tried before anything listens. Throws SETTING_INVALID, for the setting that names the file. */
export async function readCertificates([first, ...others]: Some<CertificateFiles>): Promise<
  Some<Certificate>
> {
  return [await readCertificate(first), ...(await Promise.all(others.map(readCertificate)))]
}

async function readCertificate({ certFile, keyFile }: CertificateFiles): Promise<Certificate> {
  const cert = await readFile(certFile, 'utf8').catch(invalid(variables.cert, 'a file that can be read'))
  const key = await readFile(keyFile, 'utf8').catch(invalid(variables.key, 'a file that can be read'))
  attempt(() => new X509Certificate(cert), variables.cert, `a certificate in PEM (${certFile})`)
  attempt(
    () => createSecureContext({ cert, key }),
    variables.key,
    `the private key in PEM (${keyFile}) of the certificate (${certFile})`,
  )
  return { cert, key }
}

function attempt(read: () => unknown, variable: string, wanted: string): void {
  try {
    read()
  } catch (error) {
    invalid(variable, wanted)(error)
  }
}

function invalid(variable: string, wanted: string) {
  return (cause: unknown): never => {
    const { internal } = toAppError(cause)
    throw new AppError('SETTING_INVALID', { params: { variable, wanted }, internal, cause })
  }
}
