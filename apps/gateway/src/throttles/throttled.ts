import type { Handler } from '../compiled-stage.ts'
import type { Throttle } from './throttles.ts'

/** A handler behind a throttle; only routes that have a limit have one. */
export function throttled(throttle: Throttle, handler: Handler): Handler {
  return (context) => {
    throttle(context)
    return handler(context)
  }
}
