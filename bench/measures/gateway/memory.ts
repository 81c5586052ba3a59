import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { startPenstock } from '@penstock/testkit'
import { description } from '../../corpus.ts'
import { type Row, row } from '../../measure.ts'
import { deploy } from './deploy-routes.ts'
import { load } from './load.ts'
import { apiKey } from './nginx.ts'
import { commandLine, memoryMegabytes, processTree } from './process-tree.ts'
import { route } from './race.ts'
import type { Stand } from './stand.ts'

const idleConnections = 10_000

/** Memory of the gateway's processes (PSS): with 300 routes at 256 connections, and with as many idle ones besides. */
export async function* memory(stand: Stand): AsyncGenerator<Row> {
  load(stand.url, { name: '256', connections: 256, path: route }, [`x-api-key: ${apiKey}`])
  const before = await settled(stand.gateway)
  yield row('gateway memory, 300 routes, after 256 connections', 'MB', 100, [before])
  const sockets: Socket[] = []
  const { hostname, port, pathname } = new URL(stand.url + route)
  for (let at = 0; at < idleConnections; at += 100)
    sockets.push(
      ...(await Promise.all(Array.from({ length: 100 }, () => kept(hostname, Number(port), pathname)))),
    )
  yield row('gateway memory that 10,000 idle connections add', 'MB', 120, [
    (await settled(stand.gateway)) - before,
  ])
  for (const socket of sockets) socket.destroy()
}

/** Idle with an API of 11,422 operations deployed. */
export async function* memoryOfGraph(): AsyncGenerator<Row> {
  await using penstock = await startPenstock()
  await deploy(penstock, 'graph', await description('graph'))
  const gateway = processTree(penstock.pid).filter((pid) => commandLine(pid).includes('gateway'))
  yield row("gateway memory at rest, Microsoft Graph's API deployed", 'MB', 250, [await settled(gateway)])
}

/** A connection on which one request was answered. */
async function kept(host: string, port: number, path: string): Promise<Socket> {
  const socket = connect({ host, port })
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nX-Api-Key: ${apiKey}\r\n\r\n`)
  await once(socket, 'data')
  return socket
}

/** What is held once it grows no more and shrinks no more, for half a minute at most. */
async function settled(pids: readonly number[]): Promise<number> {
  let last = memoryMegabytes(pids)
  for (let at = 0; at < 15; at++) {
    await wait(2_000)
    const now = memoryMegabytes(pids)
    if (Math.abs(now - last) < 0.5) return now
    last = now
  }
  return last
}
