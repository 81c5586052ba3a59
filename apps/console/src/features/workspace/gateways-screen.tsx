import type { GatewayView } from '@penstock/server'
import { Badge, CodeBlock, EmptyState, SkeletonRows, Table, TableHead, Td, Th, Tr } from '@penstock/ui'
import { useQuery } from '@tanstack/react-query'
import { Server } from 'lucide-react'
import { ProblemView } from '../../app/problem-view.tsx'
import { trpc } from '../../app/trpc.ts'
import { useTitle } from '../../app/use-title.ts'
import { Page, Panel, WorkspaceHeader } from '../shell/page.tsx'

const joinCommand = 'PENSTOCK_SERVER_URL=https://penstock.example PENSTOCK_GATEWAY_TOKEN=… penstock gateway'

/** The nodes that serve traffic, and what each of them makes of what it is told to serve. */
export function GatewaysScreen() {
  useTitle('Gateways')
  const gateways = useQuery(trpc.gateways.list.queryOptions())
  return (
    <>
      <WorkspaceHeader title="Gateways" />
      <main id="main" className="flex min-h-0 flex-1 flex-col">
        {gateways.error && !gateways.data ? (
          <ProblemView error={gateways.error} onRetry={() => void gateways.refetch()} />
        ) : !gateways.data ? (
          <SkeletonRows />
        ) : gateways.data.length === 0 ? (
          <EmptyState
            heading="h1"
            icon={<Server aria-hidden />}
            title="No gateway is connected"
            snippet={<CodeBlock label="gateway command" code={joinCommand} isWrapped />}
          >
            A gateway node answers the API's callers. It connects here by itself and is told what to serve.
          </EmptyState>
        ) : (
          <Page title="Gateways" lead={leadOf(gateways.data)}>
            <GatewayTable gateways={gateways.data} />
            <p className="mt-6 mb-2 text-xs text-fg-3">Start another node anywhere</p>
            <CodeBlock label="gateway command" code={joinCommand} isWrapped />
          </Page>
        )}
      </main>
    </>
  )
}

function leadOf(gateways: readonly GatewayView[]): string {
  const connected = gateways.filter((gateway) => gateway.connected).length
  return `${connected} of ${gateways.length} ${gateways.length === 1 ? 'node' : 'nodes'} connected`
}

function GatewayTable({ gateways }: { gateways: readonly GatewayView[] }) {
  return (
    <Panel className="overflow-x-auto">
      <Table label="Gateways">
        <TableHead>
          <Th>Node</Th>
          <Th>State</Th>
          <Th>Address</Th>
          <Th isNumber>Stages</Th>
          <Th isNumber>Revision</Th>
          <Th className="w-full">Problems</Th>
        </TableHead>
        <tbody>
          {gateways.map((gateway) => (
            <Tr key={gateway.node}>
              <Td className="font-mono text-xs whitespace-nowrap">{gateway.node}</Td>
              <Td>
                <Badge tone={gateway.connected ? 'ok' : 'danger'}>
                  {gateway.connected ? 'connected' : 'away'}
                </Badge>
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
          ))}
        </tbody>
      </Table>
    </Panel>
  )
}
