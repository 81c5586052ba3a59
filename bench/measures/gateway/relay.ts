import { connect, createServer } from 'node:net'

// relay.ts PORT UPSTREAM_PORT: what comes on a connection goes to one of its own and back, unread. What every proxy on Node.js's
// sockets takes at least: two reads, two writes, and nothing in between.
const [port, upstream] = process.argv.slice(2).map(Number)

createServer({ noDelay: true }, (client) => {
  const backend = connect({ port: upstream!, host: '127.0.0.1', noDelay: true })
  client.on('data', (chunk) => backend.write(chunk))
  backend.on('data', (chunk) => client.write(chunk))
  for (const [one, other] of [
    [client, backend],
    [backend, client],
  ] as const) {
    one.on('error', () => other.destroy())
    one.on('close', () => other.destroy())
  }
}).listen({ port, host: '127.0.0.1', backlog: 4096 })
