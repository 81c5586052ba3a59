import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, base64url: sessions, API tokens, the setup link. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/**
 * What is stored of a secret. A plain SHA-256 is enough where the secret itself is 256 random bits: there is nothing
 * to guess. Passwords go through Argon2id instead.
 */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
