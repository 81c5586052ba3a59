import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { AppError } from '@penstock/errors'
import type { ApiRecord } from '@penstock/model'
import { mapSecrets } from '@penstock/model/snapshot'
import type { PrismaClient } from '@penstock/prisma'

/**
 * Secrets of records as browsers hold them: nobody reads them there, yet what is saved back, renamed, copied or put
 * back by an undo is what it was.
 */
export interface Sealer {
  readonly seal: (record: ApiRecord) => ApiRecord
  /** What was not sealed stays as it is. Throws RECORD_INVALID for what was sealed by another installation. */
  readonly open: (record: ApiRecord) => ApiRecord
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

function sealerOf(key: Buffer): Sealer {
  return {
    seal: (record) =>
      mapSecrets(record, (value, path) => {
        // The same value in the same place looks the same, so that a browser sees no change where there is none.
        const place = JSON.stringify([record.id, path, value])
        const iv = createHmac('sha256', key).update(place).digest().subarray(0, ivBytes)
        const cipher = createCipheriv(algorithm, key, iv)
        const sealed = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()])
        return prefix + Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
      }),
    open: (record) =>
      mapSecrets(record, (value, path) => {
        if (!value.startsWith(prefix)) return value
        try {
          return openText(key, Buffer.from(value.slice(prefix.length), 'base64url'))
        } catch (cause) {
          const reason = `The hidden value of ${path.join('.')} is not one of this server. Enter it again.`
          throw new AppError('RECORD_INVALID', { params: { id: record.id, reason }, cause })
        }
      }),
  }
}

function openText(key: Buffer, bytes: Buffer): string {
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes })
  decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
  return decipher.update(bytes.subarray(ivBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8')
}
