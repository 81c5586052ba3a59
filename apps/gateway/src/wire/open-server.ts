import type { AddressInfo, Server, Socket } from 'node:net'

/** Connections that another process accepted and hands over. */
export interface Intake {
  /** Where they were accepted. */
  readonly port: number
  /** Has each given to `receive` from now on, until what it answers is called. */
  take(receive: (socket: Socket) => void): () => void
}

/** A server that takes connections. */
export interface OpenServer {
  readonly port: number
  /** Takes no more. Settles once all that it took are closed. */
  close(): Promise<void>
}

/** Has a server listen, or take what is handed over. Rejects with the system's error. */
export async function openServer(
  server: Server,
  {
    port,
    host,
    intake,
  }: { readonly port: number; readonly host: string; readonly intake?: Intake | undefined },
): Promise<OpenServer> {
  if (intake !== undefined) return openAt(server, intake)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.removeListener('error', reject)
      resolve()
    })
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function openAt(server: Server, intake: Intake): OpenServer {
  const open = new Set<Socket>()
  let closed = () => {}
  // From then on node:http watches how long its connections take.
  server.emit('listening')
  const stop = intake.take((socket) => {
    open.add(socket)
    socket.once('close', () => {
      open.delete(socket)
      if (open.size === 0) closed()
    })
    socket.allowHalfOpen = true
    socket.setNoDelay(true)
    server.emit('connection', socket)
  })
  return {
    port: intake.port,
    close() {
      stop()
      // It does not listen, and says so; node:http lets go of what is idle and of its timer.
      server.close(() => undefined)
      return new Promise((resolve) => {
        if (open.size === 0) resolve()
        else closed = resolve
      })
    },
  }
}
