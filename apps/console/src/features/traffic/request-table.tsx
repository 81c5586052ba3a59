import type { RequestView } from '@penstock/server'
import { MethodBadge, Table, TableHead, Td, Th, Tr } from '@penstock/ui'
import { StatusBadge } from './status-badge.tsx'
import { exactClockText } from '../../app/time-text.ts'

export interface RequestTableProps {
  requests: readonly RequestView[]
  selected: string | undefined
  onSelect: (id: string) => void
}

export function RequestTable({ requests, selected, onSelect }: RequestTableProps) {
  return (
    <Table label="Requests">
      <TableHead>
        <Th>Time</Th>
        <Th>Status</Th>
        <Th className="w-full">Request</Th>
        <Th>Stage</Th>
        <Th isNumber>Gateway</Th>
        <Th isNumber>Integration</Th>
        <Th isNumber>Total</Th>
      </TableHead>
      <tbody>
        {requests.map((request) => (
          <Tr
            key={request.id}
            isSelected={request.id === selected}
            // By keyboard the button of the row does the same.
            onClick={() => onSelect(request.id)}
          >
            <Td className="tabular whitespace-nowrap text-fg-2">{exactClockText(request.at)}</Td>
            <Td>
              <StatusBadge status={request.status} />
            </Td>
            <Td className="max-w-0">
              <button
                type="button"
                aria-expanded={request.id === selected}
                className="flex w-full min-w-0 items-center gap-2 rounded-sm text-left"
              >
                <MethodBadge method={request.method} />
                <span className="truncate font-mono text-xs text-fg underline-offset-2 hover:underline">
                  {request.path}
                </span>
                {request.error && <code className="shrink-0 text-2xs text-danger">{request.error.code}</code>}
              </button>
            </Td>
            <Td className="tabular whitespace-nowrap text-fg-2">
              {request.stage}
              {request.version !== null && (
                <span className="text-fg-3">
                  {' '}
                  v{request.version}
                  {request.canary && ' canary'}
                </span>
              )}
            </Td>
            <Td isNumber className="whitespace-nowrap text-fg-2">
              {milliseconds(request.durationMs - (request.integrationMs ?? 0))}
            </Td>
            <Td isNumber className="whitespace-nowrap text-fg-2">
              {request.integrationMs === null ? '' : milliseconds(request.integrationMs)}
            </Td>
            <Td isNumber className="whitespace-nowrap">
              {milliseconds(request.durationMs)}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

/** "84 ms", with a digit after the point below ten. */
export function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en')} ms`
}
