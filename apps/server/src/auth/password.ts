import { hash, verify } from '@node-rs/argon2'

// The package's defaults are Argon2id with 19 MiB and two passes, OWASP's first choice; its parameters are kept in
// each hash, so they can be raised later.
const anybody = hash('nobody has this password')

export function hashPassword(password: string): Promise<string> {
  return hash(password)
}

/**
 * Whether the password is the account's. Without an account the same work is done, so that the time taken does not
 * tell which addresses have one.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const right = await verify(stored ?? (await anybody), password)
  return right && stored !== null
}
