import type { CanarySide, CanaryTraffic } from '@penstock/server'
import { cx, Table, TableHead, Td, Th, Tr } from '@penstock/ui'

/** How both sides of a stage do, beside each other. */
export function CanarySides({ traffic: { base, canary, canarySettings } }: { traffic: CanaryTraffic }) {
  const all = base.requests + canary.requests
  const wanted = canarySettings.percentTraffic
  return (
    <Table label="Both sides of the stage">
      <TableHead>
        <Th>Serves</Th>
        <Th className="w-full min-w-40">Share of requests</Th>
        <Th isNumber>Requests</Th>
        <Th isNumber>4xx</Th>
        <Th isNumber>5xx</Th>
        <Th isNumber>Median</Th>
        <Th isNumber>p95</Th>
      </TableHead>
      <tbody>
        <Side name="live" side={base} all={all} wanted={100 - wanted} other={canary} />
        <Side name="canary" side={canary} all={all} wanted={wanted} other={base} />
      </tbody>
    </Table>
  )
}

interface SideProps {
  name: 'live' | 'canary'
  side: CanarySide
  other: CanarySide
  /** Requests of both. */
  all: number
  /** Percent of them that it shall get. */
  wanted: number
}

function Side({ name, side, other, all, wanted }: SideProps) {
  const { version, requests, clientErrors, serverErrors, medianMs, p95Ms } = side
  const share = all === 0 ? null : (requests / all) * 100
  return (
    <Tr>
      <Td className="whitespace-nowrap">
        <span className="tabular font-medium text-fg">v{version}</span>{' '}
        <span className="text-fg-2">{name}</span>
      </Td>
      <Td>
        <span className="flex items-center gap-2">
          <span
            aria-hidden
            className="h-1.5 w-32 overflow-hidden rounded-full bg-sunken ring-1 ring-line ring-inset"
          >
            <span
              className={cx('block h-full', name === 'canary' ? 'bg-changed' : 'bg-ok')}
              style={{ width: `${share ?? wanted}%` }}
            />
          </span>
          <span className="tabular text-xs whitespace-nowrap text-fg-2">
            {share === null
              ? `${percentText(wanted)} wanted`
              : `${percentText(share)} of ${percentText(wanted)} wanted`}
          </span>
        </span>
      </Td>
      <Td isNumber>{requests.toLocaleString()}</Td>
      <Td isNumber>
        <Rate count={clientErrors} of={requests} worseThan={rate(other.clientErrors, other.requests)} />
      </Td>
      <Td isNumber>
        <Rate count={serverErrors} of={requests} worseThan={rate(other.serverErrors, other.requests)} />
      </Td>
      <Td isNumber className="whitespace-nowrap">
        {milliseconds(medianMs)}
      </Td>
      <Td isNumber className="whitespace-nowrap">
        {milliseconds(p95Ms)}
      </Td>
    </Tr>
  )
}

/** How many of the requests failed; marked, in words too, where that is clearly worse than on the other side. */
function Rate({ count, of, worseThan }: { count: number; of: number; worseThan: number | null }) {
  const own = rate(count, of)
  if (own === null) return <span className="text-fg-3">–</span>
  const isWorse = worseThan !== null && own > worseThan + 0.01
  return (
    <span className={cx('whitespace-nowrap', isWorse ? 'font-medium text-danger' : 'text-fg')}>
      {percentText(own * 100)}
      {isWorse && <span className="font-normal"> worse</span>}
    </span>
  )
}

function rate(count: number, of: number): number | null {
  return of === 0 ? null : count / of
}

function percentText(percent: number): string {
  return `${percent.toLocaleString(undefined, { maximumFractionDigits: percent < 10 ? 1 : 0 })} %`
}

function milliseconds(ms: number | null): string {
  return ms === null ? '–' : `${ms.toLocaleString(undefined, { maximumFractionDigits: ms < 10 ? 1 : 0 })} ms`
}
