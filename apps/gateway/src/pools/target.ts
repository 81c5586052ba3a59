import { goodStanding, type Standing } from './ejection.ts'

/** What a gateway knows of one target of an upstream. */
export class Target {
  readonly api: string
  readonly upstream: string
  /** `http://host:port` */
  readonly origin: string
  /** Milliseconds of the gateway's clock. */
  readonly knownSince: number
  /** Calls under way. */
  active = 0
  /** Calls ever sent, and those of them that failed or were answered by 500 and more. */
  calls = 0
  failed = 0
  standing: Standing = goodStanding
  /** Why the last of its calls that did failed; null: none did. */
  lastError: string | null = null
  /** The call that shows whether it stands again is under way. */
  isTried = false

  constructor(api: string, upstream: string, origin: string, knownSince: number) {
    this.api = api
    this.upstream = upstream
    this.origin = origin
    this.knownSince = knownSince
  }
}
