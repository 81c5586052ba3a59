import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * Who may speak to open connections: the functions of their own stage. Each stage's functions get a token in their
 * environment, made from a secret that only this process has; it opens no other stage, and nothing after a restart.
 */
export class ManagementAccess {
  readonly #secret = randomBytes(32)

  tokenOf(api: string, stage: string): string {
    return createHmac('sha256', this.#secret).update(`${api}/${stage}`).digest('base64url')
  }

  isShown(api: string, stage: string, given: string): boolean {
    const [wanted, shown] = [this.tokenOf(api, stage), given].map((token) => Buffer.from(token))
    return wanted!.length === shown!.length && timingSafeEqual(wanted!, shown!)
  }
}
