import { X509Certificate } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createSecureContext } from 'node:tls'
import { AppError, toAppError } from '@penstock/errors'
import type { CertificateFiles } from './options.ts'
import type { Certificate } from './wire/server.ts'

type Some<T> = readonly [T, ...T[]]

const variables = {
  listener: { cert: 'PENSTOCK_GATEWAY_TLS_CERT', key: 'PENSTOCK_GATEWAY_TLS_KEY' },
  client: { cert: 'PENSTOCK_GATEWAY_CLIENT_CERTS', key: 'PENSTOCK_GATEWAY_CLIENT_CERTS' },
} as const

/** What the files of the TLS listener hold, tried before it listens. Throws SETTING_INVALID, for the setting that names the file. */
export async function readCertificates([first, ...others]: Some<CertificateFiles>): Promise<
  Some<Certificate>
> {
  const read = (files: CertificateFiles) => readCertificate(files, variables.listener)
  return [await read(first), ...(await Promise.all(others.map(read)))]
}

/** The certificates that are shown to upstreams, by name: `NAME.crt` and `NAME.key` of a directory. Throws SETTING_INVALID. */
export async function readClientCertificates(
  directory: string | undefined,
): Promise<ReadonlyMap<string, Certificate>> {
  if (directory === undefined) return new Map()
  const files = await readdir(directory).catch(invalid(variables.client.cert, 'a directory that can be read'))
  const names = files.filter((file) => file.endsWith('.crt')).map((file) => file.slice(0, -'.crt'.length))
  const read = async (name: string) => {
    const of = { certFile: join(directory, `${name}.crt`), keyFile: join(directory, `${name}.key`) }
    return [name, await readCertificate(of, variables.client)] as const
  }
  return new Map(await Promise.all(names.map(read)))
}

async function readCertificate(
  { certFile, keyFile }: CertificateFiles,
  variable: { readonly cert: string; readonly key: string },
): Promise<Certificate> {
  const text = (file: string, setting: string) =>
    readFile(file, 'utf8').catch(invalid(setting, `a file that can be read (${file})`))
  const [cert, key] = [await text(certFile, variable.cert), await text(keyFile, variable.key)]
  attempt(() => new X509Certificate(cert), variable.cert, `a certificate in PEM (${certFile})`)
  attempt(
    () => createSecureContext({ cert, key }),
    variable.key,
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
    throw new AppError('SETTING_INVALID', {
      params: { variable, wanted },
      ...(internal === undefined ? {} : { internal }),
      cause,
    })
  }
}
