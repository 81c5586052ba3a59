import type { ApiSummary } from '@penstock/server'
import { StatusDot, Table, TableHead, Td, Th, Tr } from '@penstock/ui'
import { Link } from '@tanstack/react-router'
import { Moment } from '../../app/moment.tsx'
import { Panel } from '../shell/page.tsx'
import { healthOf, previewStage, servingText } from '../shell/stage-health.ts'

export function ApiTable({ apis }: { apis: readonly ApiSummary[] }) {
  return (
    <Panel>
      <Table label="APIs">
        <TableHead>
          <Th>Name</Th>
          <Th>Slug</Th>
          <Th isNumber>Operations</Th>
          <Th>Stages</Th>
          <Th>Portal</Th>
          <Th isNumber>Changed</Th>
        </TableHead>
        <tbody>
          {apis.map((api) => (
            <Tr key={api.slug}>
              <Td>
                <Link
                  to="/apis/$slug/design"
                  params={{ slug: api.slug }}
                  className="font-medium text-fg underline-offset-2 hover:underline"
                >
                  {api.name}
                </Link>
              </Td>
              <Td className="font-mono text-xs text-fg-2">{api.slug}</Td>
              <Td isNumber>{api.operations}</Td>
              <Td>
                <span className="flex flex-wrap gap-x-4 gap-y-1">
                  {api.problem !== null && <span className="text-danger">{api.problem}</span>}
                  {api.stages
                    .filter((stage) => stage.name !== previewStage)
                    .map((stage) => (
                      <Link
                        key={stage.name}
                        to="/apis/$slug/review"
                        params={{ slug: api.slug }}
                        search={{ stage: stage.name }}
                        title={servingText(stage)}
                        className="flex items-center gap-1.5 underline-offset-2 hover:underline"
                      >
                        <StatusDot health={healthOf(stage)} />
                        {stage.name}
                        {stage.staged.total > 0 && (
                          <span className="tabular text-changed">{stage.staged.total} staged</span>
                        )}
                      </Link>
                    ))}
                </span>
              </Td>
              <Td className="text-fg-2">{api.portal}</Td>
              <Td isNumber className="text-fg-2">
                <Moment at={api.updatedAt} />
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  )
}
