import type { DeploymentView } from '@penstock/server'
import {
  Badge,
  Button,
  ChangeCounts,
  Checkbox,
  cx,
  IconButton,
  StatusDot,
  Table,
  TableHead,
  Td,
  Th,
  Tr,
} from '@penstock/ui'
import { Link } from '@tanstack/react-router'
import { CircleCheck, FileClock } from 'lucide-react'
import { Moment } from '../../app/moment.tsx'
import { PersonName, useNameOf } from '../../app/person-name.tsx'
import { TokenMark } from '../../app/token-mark.tsx'
import { Panel } from '../shell/page.tsx'
import { ApprovedBy } from './approved-by.tsx'
import { sources } from './deployment-names.ts'
import { liveAlike } from './filter-deployments.ts'
import { KindBadge } from './kind-badge.tsx'
import { VerdictFigures } from './verdict-figures.tsx'

export interface DeploymentTableProps {
  slug: string
  deployments: readonly DeploymentView[]
  /** Those that are not shown as well. */
  all: readonly DeploymentView[]
  /** Ids of those to compare; at most two. */
  picked: readonly string[]
  onPick: (id: string, isPicked: boolean) => void
  onRollBack: (deployment: DeploymentView) => void
  /** Puts back what was live before a rollback. */
  onUndo: (deployment: DeploymentView) => void
  /** Makes the draft what a deployment was. */
  onRestore: (deployment: DeploymentView) => void
}

export function DeploymentTable(props: DeploymentTableProps) {
  const { slug, deployments, all, picked, onPick, onRollBack, onUndo, onRestore } = props
  return (
    <Panel className="overflow-x-auto">
      <Table label="Deployments">
        <TableHead>
          <Th className="w-8 pr-0">
            <span className="sr-only">Compare</span>
          </Th>
          <Th>Version</Th>
          <Th>Stage</Th>
          <Th className="w-full min-w-44">What and why</Th>
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
              <Td className="tabular font-medium whitespace-nowrap">
                <Link
                  to="/apis/$slug/deployments/timeline"
                  params={{ slug }}
                  search={{ version: String(deployment.version) }}
                  className="underline-offset-2 hover:underline"
                >
                  v{deployment.version}
                  <span className="sr-only"> as it was</span>
                </Link>
              </Td>
              <Td className="whitespace-nowrap">
                <span className="inline-flex items-center gap-2">
                  {deployment.stage}
                  {deployment.canary && <Badge tone="accent">in part</Badge>}
                  {deployment.live && (
                    <Badge tone="ok" icon={<StatusDot health="live" className="size-1.5" />}>
                      live
                    </Badge>
                  )}
                </span>
              </Td>
              <Td>
                <Reason slug={slug} deployment={deployment} />
              </Td>
              <Td className="whitespace-nowrap">
                <span className="inline-flex items-center gap-2">
                  <ChangeCounts {...deployment.changes} />
                  <VerdictFigures counts={deployment.verdicts} />
                </span>
              </Td>
              <Td className="whitespace-nowrap text-fg-2">
                <TokenMark kind={deployment.actor?.kind} />
                <PersonName of={deployment.author} kind={deployment.actor?.kind} />
                <span className="block text-xs text-fg-3">{sources[deployment.source]}</span>
              </Td>
              <Td isNumber className="text-fg-2">
                <Moment at={deployment.createdAt} />
              </Td>
              <Td isActions>
                <span className="inline-flex items-center">
                  {deployment.live && deployment.kind === 'rollback' && (
                    <Button variant="quiet" onPress={() => onUndo(deployment)}>
                      Undo rollback
                    </Button>
                  )}
                  <WayBack deployment={deployment} all={all} onRollBack={onRollBack} />
                  <IconButton
                    label={`Restore v${deployment.version} as the draft`}
                    onPress={() => onRestore(deployment)}
                  >
                    <FileClock aria-hidden className="size-4" />
                  </IconButton>
                </span>
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  )
}

/** Why it was deployed, in two lines at most, and below who stands by it. */
function Reason({ slug, deployment }: { slug: string; deployment: DeploymentView }) {
  const { version, kind, description, request, approvedBy, acknowledged } = deployment
  const nameOf = useNameOf()
  return (
    <div className="flex flex-col gap-0.5 py-1">
      <div className="flex items-start gap-2">
        <KindBadge kind={kind} />
        <span
          className={cx('line-clamp-2 break-words', description ? 'text-fg' : 'text-fg-3')}
          title={description}
        >
          {description || 'No description'}
        </span>
      </div>
      {(request !== null || acknowledged.length > 0) && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-xs text-fg-2">
          {request !== null && (
            <Link
              to="/apis/$slug/deployments/requests/$number"
              params={{ slug, number: String(request) }}
              className="text-accent-fg underline-offset-2 hover:underline"
            >
              request {request}
            </Link>
          )}
          <ApprovedBy people={approvedBy} />
          {acknowledged.length > 0 && (
            <Link
              to="/apis/$slug/deployments/timeline"
              params={{ slug }}
              search={{ version: String(version) }}
              title={acknowledged
                .map(({ title, reason, by }) => `${title}: “${reason}” (${nameOf(by)})`)
                .join('\n')}
              className="inline-flex items-center gap-1 underline-offset-2 hover:underline"
            >
              <CircleCheck aria-hidden className="size-3 text-ok" />
              {acknowledged.length} acknowledged
            </Link>
          )}
        </div>
      )}
    </div>
  )
}

/** Going back to a version; where the stage serves just that, it says so. */
function WayBack(props: Pick<DeploymentTableProps, 'all' | 'onRollBack'> & { deployment: DeploymentView }) {
  const { all, deployment, onRollBack } = props
  const alike = liveAlike(all, deployment)
  if (deployment.live || deployment.canary) return null
  if (alike) return <span className="px-2 text-xs whitespace-nowrap text-fg-3">same as v{alike.version}</span>
  return (
    <Button variant="quiet" onPress={() => onRollBack(deployment)}>
      Roll back
      <span className="sr-only">
        {' '}
        {deployment.stage} to v{deployment.version}
      </span>
    </Button>
  )
}
