import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startPinned } from './pinned.ts'

export interface Nginx extends AsyncDisposable {
  readonly url: string
  readonly pid: number
}

/** The key that callers send where a route asks for one. */
export const apiKey = 'racekey0123456789abcdef'
export const routeCount = 300

/** What it is to do: its `http` block, with `$listen` and `$directory` for its own, and files in that directory. */
interface Setup {
  readonly http: string
  readonly files?: Readonly<Record<string, string>>
}

/** One nginx process on a core. */
export async function startNginx(core: number, { http, files = {} }: Setup): Promise<Nginx> {
  const directory = await mkdtemp(path.join(tmpdir(), 'penstock-race-'))
  const port = await freePort()
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(directory, name), content)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${directory}/${name};`,
  )
  await writeFile(
    `${directory}/nginx.conf`,
    `daemon off; worker_processes 1; pid ${directory}/pid; error_log ${directory}/error.log warn;
    ${process.getuid?.() === 0 ? 'user root;' : ''} worker_rlimit_nofile 20000;
    events { worker_connections 4096; }
    http { ${temporary.join(' ')} keepalive_requests 1000000000; keepalive_timeout 3600; tcp_nodelay on; server_tokens off;
      ${http.replaceAll('$directory', directory).replaceAll('$listen', `127.0.0.1:${port} backlog=4096`)} }`,
  )
  const child = startPinned(core, ['nginx', '-c', `${directory}/nginx.conf`, '-p', directory])
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid!,
    async [Symbol.asyncDispose]() {
      await child[Symbol.asyncDispose]()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** Answers 1 KB, or 100 KB where the path ends so; whatever is posted to `/echo` is answered with 1 KB of JSON. */
export function upstream(): Setup {
  return {
    http: `access_log off; sendfile on; open_file_cache max=8 inactive=1h; default_type application/json; root $directory;
      server { listen $listen; location ~ /100k$ { rewrite ^ /large break; } location = /echo { return 200 '{"text": "${'x'.repeat(1000)}"}'; }
        location / { rewrite ^ /small break; } }`,
    files: { small: 'x'.repeat(1024), large: 'x'.repeat(102_400) },
  }
}

const pass =
  'proxy_pass http://up; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header Host $host; proxy_set_header X-Forwarded-For $remote_addr;'

/** A reverse proxy that does nothing else: what everything is a ratio to. */
export function bareProxy(upstreamUrl: string): Setup {
  return { http: `access_log off; ${poolOf(upstreamUrl)} server { listen $listen; location / { ${pass} } }` }
}

/** The same with routes, API key, limit, request id, access log and header rules. */
export function proxyWithFeatures(upstreamUrl: string): Setup {
  const route = (at: number) => `location /v1/r${at}/ { if ($consumer = "") { return 401; }
    limit_req zone=perkey burst=100000 nodelay; proxy_set_header X-Request-Id $request_id;
    proxy_set_header X-Consumer $consumer; add_header X-Request-Id $request_id; ${pass} }`
  const http = `map $http_x_api_key $consumer { default ""; "${apiKey}" "c1"; }
    limit_req_zone $consumer zone=perkey:10m rate=1000000r/s;
    log_format json escape=json '{"t":"$msec","id":"$request_id","m":"$request_method","u":"$request_uri","s":$status,"b":$body_bytes_sent,"rt":$request_time,"ut":"$upstream_response_time","c":"$consumer","ip":"$remote_addr"}';
    access_log $directory/access.log json buffer=64k flush=1s; ${poolOf(upstreamUrl)}
    server { listen $listen; location / { ${pass} } ${Array.from({ length: routeCount }, (_, at) => route(at)).join('\n')} }`
  return { http }
}

function poolOf(url: string): string {
  return `upstream up { server ${new URL(url).host}; keepalive 512; keepalive_requests 1000000000; keepalive_timeout 3600; }`
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
