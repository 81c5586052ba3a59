import { startPenstock } from '@penstock/testkit'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'
import { description } from '../corpus.ts'
import { type Measure, row } from '../measure.ts'
import { rest } from '../rest.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const ports = { server: 19000, gateway: 19080, admin: 19081 }

/** `npm start` in a folder that has been started before, until console, gateway and admin port answer. */
export const start: Measure = {
  name: 'start',
  async run() {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'penstock-bench-'))
    const times: number[] = []
    for (let i = 0; i < 4; i++) {
      const seconds = await startOnce(dataDir)
      if (i > 0) times.push(seconds)
    }
    await rm(dataDir, { recursive: true, force: true })
    return [row('second npm start to all ports answering', 's', 6, times), await memory()]
  },
}

async function startOnce(dataDir: string): Promise<number> {
  const env = {
    ...process.env,
    PENSTOCK_PORT: String(ports.server),
    PENSTOCK_GATEWAY_PORT: String(ports.gateway),
    PENSTOCK_GATEWAY_ADMIN_PORT: String(ports.admin),
    PENSTOCK_DATA_DIR: dataDir,
  }
  const began = performance.now()
  const child = spawn('npm', ['start'], { cwd: root, env, stdio: 'ignore', detached: true })
  await Promise.all([
    answers(`http://127.0.0.1:${ports.server}/healthz`),
    answers(`http://127.0.0.1:${ports.gateway}/`),
    answers(`http://127.0.0.1:${ports.admin}/healthz`),
  ])
  const seconds = (performance.now() - began) / 1000
  const gone = once(child, 'exit')
  process.kill(-child.pid!, 'SIGTERM')
  await gone
  await refuses(`http://127.0.0.1:${ports.server}/healthz`)
  return seconds
}

async function answers(url: string): Promise<void> {
  for (;;) {
    const answer = await fetch(url).catch(() => undefined)
    await answer?.arrayBuffer()
    if (answer) return
    await wait(20)
  }
}

async function refuses(url: string): Promise<void> {
  while (await fetch(url).catch(() => undefined)) await wait(20)
}

/** Resident memory of the whole process tree with GitHub's description deployed. */
async function memory() {
  await using penstock = await startPenstock()
  await rest(penstock, 'POST', '/api/v1/apis?slug=github&mode=create', await description('github'))
  await rest(penstock, 'POST', '/api/v1/apis/github/stages/prod/deployments', {})
  await wait(2000)
  const gigabytes = (await residentBytes(penstock.pid)) / 2 ** 30
  return row("memory, all in one with the embedded database, GitHub's deployed", 'GB', 1.1, [gigabytes])
}

/** Proportional set size (shared pages counted once) of a process and its descendants, in bytes. Linux. */
async function residentBytes(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8')
  let bytes = Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024
  for (const task of await readdir(`/proc/${pid}/task`)) {
    const children = await readFile(`/proc/${pid}/task/${task}/children`, 'utf8')
    for (const child of children.trim().split(' ').filter(Boolean))
      bytes += await residentBytes(Number(child))
  }
  return bytes
}
