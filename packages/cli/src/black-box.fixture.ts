import { spawn } from 'node:child_process'
import type { ApiRecord } from '@penstock/model'
import { assertBuilt, penstockEntry, type PenstockProcess } from '@penstock/testkit'

export interface CliOutcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  /** Standard output as JSON: for runs with `--json`. */
  json<T = unknown>(): T
  /** The error document that `--json` prints on standard error. */
  problem(): { readonly code: string; readonly message: string; readonly details?: Details }
}

interface Details {
  readonly diagnostics?: readonly {
    readonly code: string
    readonly message: string
    readonly location: { readonly line?: number; readonly column?: number; readonly pointer?: string }
  }[]
  readonly plan?: { readonly planHash: string }
}

/** Runs the built command line in a process of its own, with nothing of our environment that Penstock reads. */
export function runCli(
  args: readonly string[],
  { stdin, env = {} }: { stdin?: string; env?: Readonly<Record<string, string>> } = {},
): Promise<CliOutcome> {
  assertBuilt()
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [penstockEntry, ...args], {
      env: { PATH: process.env.PATH, NO_COLOR: '1', ...env },
    })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (data: Buffer) => (stdout += data.toString()))
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()))
    child.on('error', reject)
    child.on('close', (code) =>
      resolve({
        code,
        stdout,
        stderr,
        json: <T>() => JSON.parse(stdout) as T,
        problem: () => JSON.parse(stderr) as ReturnType<CliOutcome['problem']>,
      }),
    )
    child.stdin.end(stdin ?? '')
  })
}

/** The command line pointed at a running Penstock, as an administrator. */
export function cliOf({ url, token }: PenstockProcess) {
  return (args: readonly string[], stdin?: string) =>
    runCli(args, {
      ...(stdin === undefined ? {} : { stdin }),
      env: { PENSTOCK_URL: url, PENSTOCK_TOKEN: token },
    })
}

export interface Answer<T> {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** What was answered as JSON; tests say what they expect in it. */
  readonly json: T
}

/** A call of the REST API as an administrator. A string is sent as it is. */
export async function rest<T = unknown>(
  { url, token }: PenstockProcess,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer<T>> {
  const response = await fetch(new URL(path, url), {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  return (await answerOf(response)) as Answer<T>
}

/** The records of a draft with their revisions, as the designer reads them. */
export async function draftRecords(
  penstock: PenstockProcess,
  slug: string,
): Promise<{ record: ApiRecord; revision: number }[]> {
  const { text } = await rest(penstock, 'GET', `/draft-data/${slug}`)
  const [, ...parts] = text.trimEnd().split('\n')
  return parts.flatMap((part) => JSON.parse(part) as { record: ApiRecord; revision: number }[])
}

/** A call of the console's API, as an administrator; `json` is the answer's data, or the problem. */
export async function trpc<T = unknown>(
  { url, token }: PenstockProcess,
  kind: 'query' | 'mutation',
  procedure: string,
  input: unknown,
): Promise<Answer<T>> {
  const address = new URL(`/trpc/${procedure}`, url)
  if (kind === 'query') address.searchParams.set('input', JSON.stringify(input))
  const response = await fetch(address, {
    method: kind === 'query' ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(kind === 'query' ? {} : { body: JSON.stringify(input) }),
  })
  const answer = await answerOf(response)
  const { result, error } = answer.json as { result?: { data: T }; error?: T }
  return { ...answer, json: (result?.data ?? error) as T }
}

async function answerOf(response: Response): Promise<Answer<unknown>> {
  const text = await response.text()
  const json = /\bjson\b/.test(response.headers.get('content-type') ?? '')
    ? (JSON.parse(text) as unknown)
    : undefined
  return { status: response.status, headers: response.headers, text, json }
}

/** A small description whose every answer carries `marker`: who is served what shows in one call. */
export function describeShop(marker: string, more: Record<string, unknown> = {}) {
  return {
    openapi: '3.1.0',
    info: { title: 'Shop', version: '1.0.0' },
    paths: {
      '/orders': {
        get: {
          operationId: 'listOrders',
          responses: {
            200: { description: 'Orders', content: { 'application/json': { example: { marker } } } },
          },
        },
      },
      ...more,
    },
  }
}
