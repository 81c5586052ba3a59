import net, { type AddressInfo, type Socket } from 'node:net'
import { portTaken } from '../listening.ts'

/** A port of a node whose workers serve what is accepted there. */
export interface AcceptingPort {
  readonly port: number
  close(): void
}

/**
 * Accepts connections, unread, for `hand` to pass on. Throws PORT_IN_USE. `which`: as in the name of its setting.
 */
export async function acceptAt(
  { host, port, which }: { readonly host: string; readonly port: number; readonly which: '' | '_TLS' },
  hand: (socket: Socket) => void,
): Promise<AcceptingPort> {
  const server = net.createServer({ pauseOnConnect: true, allowHalfOpen: true }, (socket) => {
    // One whose client goes while it waits: whoever reads it hears of that.
    socket.on('error', () => undefined)
    hand(socket)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.removeListener('error', reject)
      resolve()
    })
  }).catch(portTaken(host, port, which))
  return { port: (server.address() as AddressInfo).port, close: () => void server.close() }
}
