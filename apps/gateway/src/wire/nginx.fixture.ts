import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** A request as nginx read it: names of headers as in CGI (`X_A`), each with its values in one. */
export interface NginxSeen {
  readonly method: string
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * nginx with a socket for each slot. What it reads there it tells over SCGI, where a request is a list of names and values with a
 * length in front, and its whole body: nothing in between reads HTTP once more.
 */
export interface NginxReader extends AsyncDisposable {
  /** Where a slot is written to. */
  path(slot: number): string
  /** What came whole there since `begin`. */
  seen(slot: number): readonly NginxSeen[]
  begin(slot: number): void
}

const program = '/usr/sbin/nginx'

/** Whether `nginxReader` can work here: Debian's package is installed. On CI a test without it is a failure. */
export const isWithoutNginx = !existsSync(program) && process.env['CI'] !== 'true'

/** `patienceMs`: how long it waits for what is missing. */
export async function nginxReader(slots: number, patienceMs: number): Promise<NginxReader> {
  const directory = await mkdtemp(join(tmpdir(), 'penstock-nginx-'))
  const heard: NginxSeen[][] = Array.from({ length: slots }, () => [])
  const servers = await Promise.all(heard.map((_, slot) => told(join(directory, `out-${slot}`), slot)))

  async function told(path: string, slot: number): Promise<net.Server> {
    const server = net.createServer((socket) => {
      const seen = heard[slot]!
      let text = ''
      socket.setEncoding('latin1').on('data', (part: string) => {
        text += part
        const request = scgiRequest(text)
        if (request === null) return
        seen.push(request)
        const { target } = request
        socket.end(`Status: 200 OK\r\nContent-Length: ${target.length}\r\n\r\n${target}`, 'latin1')
      })
      socket.on('error', () => undefined)
    })
    server.listen(path)
    await once(server, 'listening')
    return server
  }

  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${directory}/${name};`,
  )
  const each = heard.map(
    (_, slot) => `server {
      listen unix:${directory}/in-${slot};
      location / {
        scgi_pass unix:${directory}/out-${slot};
        scgi_param REQUEST_METHOD $request_method;
        scgi_param REQUEST_URI $request_uri;
        scgi_param CONTENT_LENGTH $content_length;
      }
    }`,
  )
  const times = ['client_header_timeout', 'client_body_timeout', 'keepalive_timeout', 'send_timeout']
  await writeFile(
    `${directory}/nginx.conf`,
    `daemon off; worker_processes 1; pid ${directory}/pid; error_log ${directory}/error.log crit;
    ${process.getuid?.() === 0 ? 'user root;' : ''}
    events { worker_connections 4096; }
    http {
      ${temporary.join(' ')} access_log off; server_tokens off; merge_slashes off; lingering_close off;
      ${times.map((name) => `${name} ${patienceMs}ms;`).join(' ')}
      client_max_body_size 0; large_client_header_buffers 4 16k; underscores_in_headers on; ignore_invalid_headers off;
      ${each.join('\n')}
    }`,
  )
  const child = spawn(program, ['-c', `${directory}/nginx.conf`, '-p', directory], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = once(child, 'exit')
  // Written once it listens everywhere.
  for (let isThere = false; !isThere; ) {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}`)
    isThere = await readFile(`${directory}/pid`, 'utf8').then(Boolean, () => false)
    if (!isThere) await pause(10)
  }
  return {
    path: (slot) => `${directory}/in-${slot}`,
    seen: (slot) => heard[slot]!,
    begin: (slot) => {
      heard[slot] = []
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM')
      await ended
      for (const server of servers) server.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** `24:NAME\0value\0…,body`, where the body is as long as CONTENT_LENGTH says; null while it is not whole. */
function scgiRequest(text: string): NginxSeen | null {
  const colon = text.indexOf(':')
  const length = Number(text.slice(0, colon))
  const start = colon + 1 + length + 1
  if (colon < 0 || text.length < start) return null
  const parts = text.slice(colon + 1, colon + 1 + length).split('\0')
  const params: Record<string, string> = {}
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const name = parts[at]!
    // RFC 9112 §5: a tab around a value is none of it, as a space is; nginx takes spaces away only.
    const value = parts[at + 1]!.replace(/^[ \t]+|[ \t]+$/g, '')
    params[name] = name in params ? `${params[name]}, ${value}` : value
  }
  const body = text.slice(start)
  if (body.length < Number(params['CONTENT_LENGTH'] ?? 0)) return null
  const headers = Object.entries(params).flatMap(([name, value]) =>
    name.startsWith('HTTP_') ? [[name.slice('HTTP_'.length), value] as const] : [],
  )
  return {
    method: params['REQUEST_METHOD'] ?? '',
    target: params['REQUEST_URI'] ?? '',
    headers: Object.fromEntries(headers),
    body,
  }
}
