import type { DeploymentView } from '@penstock/server'
import { Badge, Button, ChangeCounts, Checkbox, StatusDot, Table, TableHead, Td, Th, Tr } from '@penstock/ui'
import { Undo2 } from 'lucide-react'
import { Moment } from '../../app/moment.tsx'
import { TokenMark } from '../../app/token-mark.tsx'
import { Panel } from '../shell/page.tsx'

export interface DeploymentTableProps {
  slug: string
  deployments: readonly DeploymentView[]
  /** Ids of those to compare; at most two. */
  picked: readonly string[]
  onPick: (id: string, isPicked: boolean) => void
  onRollBack: (deployment: DeploymentView) => void
}

const sources = { console: 'console', cli: 'command line', api: 'REST' }

export function DeploymentTable({ deployments, picked, onPick, onRollBack }: DeploymentTableProps) {
  return (
    <Panel className="overflow-x-auto">
      <Table label="Deployments">
        <TableHead>
          <Th className="w-8 pr-0">
            <span className="sr-only">Compare</span>
          </Th>
          <Th>Version</Th>
          <Th>Stage</Th>
          <Th className="w-full">What and why</Th>
          <Th>Changes</Th>
          <Th>By</Th>
          <Th isNumber>When</Th>
          <Th>
            <span className="sr-only">Actions</span>
          </Th>
        </TableHead>
        <tbody>
          {deployments.map((deployment) => (
            <Tr key={deployment.id} isSelected={picked.includes(deployment.id)}>
              <Td className="pr-0">
                <Checkbox
                  isSelected={picked.includes(deployment.id)}
                  onChange={(isPicked) => onPick(deployment.id, isPicked)}
                >
                  <span className="sr-only">Compare v{deployment.version}</span>
                </Checkbox>
              </Td>
              <Td className="tabular font-medium whitespace-nowrap">v{deployment.version}</Td>
              <Td className="whitespace-nowrap">
                <span className="inline-flex items-center gap-2">
                  {deployment.stage}
                  {deployment.live && (
                    <Badge tone="ok" icon={<StatusDot health="live" className="size-1.5" />}>
                      live
                    </Badge>
                  )}
                </span>
              </Td>
              <Td className="max-w-0">
                <span className="flex items-center gap-2">
                  {deployment.kind === 'rollback' && (
                    <Badge tone="warning" icon={<Undo2 aria-hidden className="size-3" />}>
                      rollback
                    </Badge>
                  )}
                  <span
                    className={deployment.description ? 'truncate text-fg' : 'text-fg-3'}
                    title={deployment.description}
                  >
                    {deployment.description || 'No description'}
                  </span>
                </span>
              </Td>
              <Td>
                <ChangeCounts {...deployment.changes} />
              </Td>
              <Td className="whitespace-nowrap text-fg-2">
                <TokenMark kind={deployment.actor?.kind} />
                {deployment.author} <span className="text-fg-3">· {sources[deployment.source]}</span>
              </Td>
              <Td isNumber className="text-fg-2">
                <Moment at={deployment.createdAt} />
              </Td>
              <Td isActions>
                {!deployment.live && (
                  <Button variant="quiet" onPress={() => onRollBack(deployment)}>
                    Roll back
                    <span className="sr-only">
                      {' '}
                      {deployment.stage} to v{deployment.version}
                    </span>
                  </Button>
                )}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  )
}
