import { type BundleIntegration, isTimed } from '@penstock/bundle'

/** An integration of which it is known how long it is waited for, where it is waited for. */
export type Timed<T extends BundleIntegration> = T extends { kind: TimedKind } ? T & { timeoutMs: number } : T
export type TimedIntegration = Timed<BundleIntegration>

type TimedKind = 'http' | 'function' | 'service' | 'action'

/** `timeoutMs` is that of integrations which say nothing. */
export function timed(integration: BundleIntegration, timeoutMs: number): TimedIntegration {
  return isTimed(integration)
    ? { ...integration, timeoutMs: integration.timeoutMs ?? timeoutMs }
    : integration
}
