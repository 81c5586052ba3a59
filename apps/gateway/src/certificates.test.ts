import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loopbackCertificate, otherCertificate } from '@penstock/testkit/loopback-certificate'
import { expect, test } from 'vitest'
import { readCertificates, readClientCertificates } from './certificates.ts'

async function files() {
  const folder = await mkdtemp(join(tmpdir(), 'penstock-certificates-'))
  const write = async (name: string, text: string) => {
    await writeFile(join(folder, name), text)
    return join(folder, name)
  }
  await write('orders.crt', loopbackCertificate.cert)
  await write('orders.key', loopbackCertificate.key)
  return {
    folder,
    absent: join(folder, 'absent.pem'),
    cert: await write('cert.pem', loopbackCertificate.cert),
    key: await write('key.pem', loopbackCertificate.key),
    otherKey: await write('other.key', otherCertificate.key),
    words: await write('words.pem', 'no certificate'),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  }
}

test('a certificate and its key are read', async () => {
  await using of = await files()
  expect(await readCertificates([{ certFile: of.cert, keyFile: of.key }])).toEqual([loopbackCertificate])
})

test.each([
  ['absent', 'key', 'CERT', 'a file that can be read', 'ENOENT'],
  ['cert', 'absent', 'KEY', 'a file that can be read', 'ENOENT'],
  ['words', 'key', 'CERT', 'words.pem', 'PEM'],
  ['key', 'key', 'CERT', 'key.pem', 'PEM'],
  ['cert', 'words', 'KEY', 'words.pem', ''],
  ['cert', 'otherKey', 'KEY', 'other.key', 'mismatch'],
] as const)(
  '%s as certificate and %s as key: the setting that is wrong is named',
  async (cert, key, variable, wanted, said) => {
    await using of = await files()
    const good = { certFile: of.cert, keyFile: of.key }
    await expect(readCertificates([good, { certFile: of[cert], keyFile: of[key] }])).rejects.toMatchObject({
      code: 'SETTING_INVALID',
      message: expect.stringMatching(new RegExp(`PENSTOCK_GATEWAY_TLS_${variable} .*${wanted}`)),
      internal: expect.stringContaining(said),
    })
  },
)

test('client certificates are known by the names of their files, whatever else lies beside them', async () => {
  await using of = await files()
  const certificates = await readClientCertificates(of.folder)
  expect([...certificates]).toEqual([['orders', loopbackCertificate]])
  expect(await readClientCertificates(undefined)).toEqual(new Map())
})

test.each([
  ['absent', 'a directory that can be read'],
  ['unpaired', 'other.key'],
] as const)('client certificates: what is %s is named', async (which, wanted) => {
  await using of = await files()
  if (which === 'unpaired') await writeFile(join(of.folder, 'other.crt'), loopbackCertificate.cert)
  await expect(readClientCertificates(which === 'absent' ? of.absent : of.folder)).rejects.toMatchObject({
    code: 'SETTING_INVALID',
    message: expect.stringMatching(new RegExp(`PENSTOCK_GATEWAY_CLIENT_CERTS .*${wanted}`)),
  })
})
