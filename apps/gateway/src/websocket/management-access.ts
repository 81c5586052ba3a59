import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * Who may speak to open connections: the functions of their own stage. Each stage's functions get a token in their
 * environment, made from a secret that only the processes of this node have; it opens no other stage, and nothing after a restart.
 */
export class ManagementAccess {
  readonly #secret: Uint8Array

  constructor(secret: Uint8Array = randomBytes(32)) {
    this.#secret = secret
  }

  tokenOf(api: string, stage: string): string {
    return createHmac('sha256', this.#secret).update(`${api}/${stage}`).digest('base64url')
  }

  isShown(api: string, stage: string, given: string): boolean {
    const [wanted, shown] = [this.tokenOf(api, stage), given].map((token) => Buffer.from(token))
    return wanted!.length === shown!.length && timingSafeEqual(wanted!, shown!)
  }
}
