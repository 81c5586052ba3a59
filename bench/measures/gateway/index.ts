import { startPenstock } from '@penstock/testkit'
import type { Measure, MeasureOptions, Row } from '../../measure.ts'
import { bundleLoad } from './bundle-load.ts'
import { functions } from './functions.ts'
import { largeBody } from './large-body.ts'
import { latency } from './latency.ts'
import { moreRoutes } from './many-routes.ts'
import { memory, memoryOfGraph } from './memory.ts'
import { phases } from './phases.ts'
import { race } from './race.ts'
import { bareProxy, proxyWithFeatures, startNginx, upstream } from './nginx.ts'
import { cores } from './pinned.ts'
import { type Stand, standOf } from './stand.ts'
import { startRelay } from './start-relay.ts'
import { workers } from './workers.ts'

type Part = (stand: Stand, options: MeasureOptions) => Iterable<Row> | AsyncIterable<Row>

/** In this order: what is deployed for one stays for those behind it, and what was done, so that memory comes first. */
const parts: Readonly<Record<string, Part>> = {
  memory,
  race,
  latency,
  phases,
  functions,
  workers,
  routes: moreRoutes,
  bundle: bundleLoad,
  graph: memoryOfGraph,
  body: largeBody,
}

/**
 * The gateway on one core, load, upstream and control plane on the other; beside it nginx, bare and with features. README.md says
 * how each part measures.
 */
export const gateway: Measure = {
  name: 'gateway',
  async *run(options) {
    await using backend = await startNginx(cores.rest, upstream())
    await using nginx = await startNginx(cores.proxy, bareProxy(backend.url))
    await using nginxWithFeatures = await startNginx(cores.proxy, proxyWithFeatures(backend.url))
    await using relay = await startRelay(cores.proxy, backend.url)
    await using penstock = await startPenstock()
    const stand = await standOf({ backend, nginx, nginxWithFeatures, relay, penstock })
    for (const [name, part] of Object.entries(parts))
      if (options.only.length === 0 || options.only.includes(name)) yield* part(stand, options)
  },
}
