import type { GatewayView } from '@penstock/server'
import { Badge, CodeBlock, EmptyState, Td, Tr } from '@penstock/ui'
import { useQuery } from '@tanstack/react-query'
import { Server } from 'lucide-react'
import { trpc } from '../../app/trpc.ts'
import { TableScreen } from './table-screen.tsx'

const joinCommand = 'PENSTOCK_SERVER_URL=https://penstock.example PENSTOCK_GATEWAY_TOKEN=… penstock gateway'

/** The nodes that serve traffic, and what each of them makes of what it is told to serve. */
export function GatewaysScreen() {
  const gateways = useQuery(trpc.gateways.list.queryOptions())
  return (
    <TableScreen
      title="Gateways"
      lead={leadOf(gateways.data ?? [])}
      query={gateways}
      empty={
        <EmptyState
          heading="h1"
          icon={<Server aria-hidden />}
          title="No gateway is connected"
          snippet={<CodeBlock label="gateway command" code={joinCommand} isWrapped />}
        >
          A gateway node answers the API's callers. It connects here by itself and is told what to serve.
        </EmptyState>
      }
      columns={[
        { name: 'Node' },
        { name: 'State' },
        { name: 'Address' },
        { name: 'Stages', isNumber: true },
        { name: 'Revision', isNumber: true },
        { name: 'Problems', isWide: true },
      ]}
      row={(gateway) => <GatewayRow key={gateway.node} gateway={gateway} />}
      footer={
        <>
          <p className="mt-6 mb-2 text-xs text-fg-3">Start another node anywhere</p>
          <CodeBlock label="gateway command" code={joinCommand} isWrapped />
        </>
      }
    />
  )
}

function leadOf(gateways: readonly GatewayView[]): string {
  const connected = gateways.filter((gateway) => gateway.connected).length
  return `${connected} of ${gateways.length} ${gateways.length === 1 ? 'node' : 'nodes'} connected`
}

function GatewayRow({ gateway }: { gateway: GatewayView }) {
  return (
    <Tr>
      <Td className="font-mono text-xs whitespace-nowrap">{gateway.node}</Td>
      <Td>
        <Badge tone={gateway.connected ? 'ok' : 'danger'}>{gateway.connected ? 'connected' : 'away'}</Badge>
      </Td>
      <Td className="font-mono text-xs whitespace-nowrap text-fg-2">{gateway.url}</Td>
      <Td isNumber>{gateway.stages}</Td>
      <Td isNumber className="text-fg-2">
        {gateway.revision}
      </Td>
      <Td>
        {gateway.problems.length === 0 ? (
          <span className="text-fg-3">none</span>
        ) : (
          <ul>
            {gateway.problems.map((problem) => (
              <li key={`${problem.api} ${problem.stage}`} className="text-danger">
                {problem.api} {problem.stage}: {problem.message}
              </li>
            ))}
          </ul>
        )}
      </Td>
    </Tr>
  )
}
