import type { PenstockProcess } from '@penstock/testkit'
import { deployRoutes } from './deploy-routes.ts'
import type { Nginx } from './nginx.ts'
import { cores, pin, yieldToOthers } from './pinned.ts'
import { commandLine, processTree } from './process-tree.ts'
import type { Relay } from './start-relay.ts'

interface Programs {
  readonly backend: Nginx
  readonly nginx: Nginx
  readonly nginxWithFeatures: Nginx
  readonly relay: Relay
  readonly penstock: PenstockProcess
}

export interface Stand extends Programs {
  /** The gateway's own processes. */
  readonly gateway: readonly number[]
  /** Of the stage with the three hundred routes. */
  readonly url: string
}

/** Deploys the three hundred routes, and leaves the core of proxies to the gateway alone of all of Penstock. */
export async function standOf(programs: Programs): Promise<Stand> {
  const { penstock, backend } = programs
  const { url } = await deployRoutes(penstock, backend.url)
  const all = processTree(penstock.pid)
  const gateway = all.filter((pid) => commandLine(pid).includes('gateway'))
  pin(cores.proxy, gateway)
  const others = all.filter((pid) => !gateway.includes(pid))
  pin(cores.rest, [...others, process.pid])
  // On two cores it would hold up what is measured: load and upstream.
  yieldToOthers(others)
  return { ...programs, gateway, url }
}
