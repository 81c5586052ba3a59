import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { AppError } from '@penstock/errors'
import type { ApiRecord } from '@penstock/model'
import { mapSecrets } from '@penstock/model/snapshot'
import type { PrismaClient } from '@penstock/prisma'

/**
 * Secrets of records as browsers hold them: nobody reads them there, yet what is saved back, renamed, copied or put
 * back by an undo is what it was. What is sealed opens in the same field of a record of the same kind and API.
 */
export interface Sealer {
  readonly seal: (record: ApiRecord, apiId: string) => ApiRecord
  /** What was not sealed stays as it is. Throws RECORD_INVALID for what was sealed by another installation, or elsewhere. */
  readonly open: (record: ApiRecord, apiId: string) => ApiRecord
}

/** One for each use, so that what is done with one says nothing of the other. */
interface Keys {
  readonly nonce: Buffer
  readonly cipher: Buffer
}

const settingKey = 'secrets.seal'
const prefix = 'sealed:'
const algorithm = 'aes-256-gcm'
const ivBytes = 12
const tagBytes = 16

/** All servers on one database have one key. */
export async function createSealer(db: PrismaClient): Promise<Sealer> {
  const value = randomBytes(32).toString('base64url')
  const { value: held } = await db.setting.upsert({
    where: { key: settingKey },
    create: { key: settingKey, value },
    update: {},
  })
  return sealerOf(Buffer.from(held, 'base64url'))
}

function sealerOf(secret: Buffer): Sealer {
  const keys: Keys = { nonce: derived(secret, 'nonce'), cipher: derived(secret, 'cipher') }
  return {
    seal: (record, apiId) =>
      mapSecrets(record, (value, path) => {
        // The same value in the same place looks the same, so that a browser sees no change where there is none.
        const place = JSON.stringify([apiId, record.kind, record.id, path, value])
        const iv = createHmac('sha256', keys.nonce).update(place).digest().subarray(0, ivBytes)
        const cipher = createCipheriv(algorithm, keys.cipher, iv).setAAD(belongsTo(record, apiId, path))
        const sealed = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()])
        return prefix + Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
      }),
    open: (record, apiId) =>
      mapSecrets(record, (value, path) => {
        if (!value.startsWith(prefix)) return value
        try {
          const bytes = Buffer.from(value.slice(prefix.length), 'base64url')
          return openText(keys, bytes, belongsTo(record, apiId, path))
        } catch (cause) {
          const reason = `The hidden value of ${path.join('.')} is not one of this API. Enter it again.`
          throw new AppError('RECORD_INVALID', { params: { id: record.id, reason }, cause })
        }
      }),
  }
}

function derived(secret: Buffer, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `penstock ${settingKey} ${use}`, 32))
}

/** The field and not what is in it: variables are renamed, and functions copied. */
function belongsTo({ kind }: ApiRecord, apiId: string, [field]: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify([apiId, kind, field]))
}

function openText({ cipher }: Keys, bytes: Buffer, place: Buffer): string {
  const decipher = createDecipheriv(algorithm, cipher, bytes.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  })
  decipher.setAAD(place)
  decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
  return decipher.update(bytes.subarray(ivBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8')
}
