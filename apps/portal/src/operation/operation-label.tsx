import { cx, MethodBadge } from '@penstock/ui'
import type { PortalOperationSummary } from '@penstock/server'
import { givenName } from './operation-title.ts'

/** An operation in a list: its method, its name, and below that its path, which is all there is when it has no name. */
export function OperationLabel({ operation }: { operation: PortalOperationSummary }) {
  const { method, path, deprecated } = operation
  const name = givenName(operation)
  const struck = deprecated && 'line-through'
  return (
    <>
      <MethodBadge method={method} />
      <span className="min-w-0" title={`${method} ${path}`}>
        {name !== null && <span className={cx('block truncate', struck)}>{name}</span>}
        <span
          className={cx(
            'block truncate font-mono',
            name === null ? 'text-xs' : 'text-2xs font-normal text-fg-2',
            name === null && struck,
          )}
        >
          {path}
        </span>
      </span>
    </>
  )
}
