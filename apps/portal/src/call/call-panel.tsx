import type { PortalOperation } from '@penstock/server'
import { CodeSamples } from './code-samples.tsx'
import { TryIt } from './try-it.tsx'
import { useCallForm } from './use-call-form.ts'

/** How to call an operation: as code, and right here. Both show the same call. */
export function CallPanel({ operation }: { operation: PortalOperation }) {
  const form = useCallForm(operation)
  return (
    <div className="flex flex-col gap-6">
      <CodeSamples call={form.shown} />
      <TryIt operation={operation} form={form} />
    </div>
  )
}
