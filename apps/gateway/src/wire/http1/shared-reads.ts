import net from 'node:net'

/** What was read lies in `buffer` up to `length`, until the next read of any connection. False: read no more. */
export type OnRead = (length: number, buffer: Buffer) => boolean

/** All reads of this process, one after the other: whoever keeps what was read copies it. */
export const readBuffer: Buffer = Buffer.allocUnsafeSlow(64 * 1024)

interface UserBufferHandle {
  useUserBuffer(buffer: Buffer): void
}

type Inside = Record<symbol, unknown> & { readonly _handle?: Partial<UserBufferHandle> | null }

// The option is documented of connections that are made; their constructor takes it.
const probing: net.SocketConstructorOpts & Pick<net.ConnectOpts, 'onread'> = {
  onread: { buffer: Buffer.alloc(1), callback: () => true },
}
const probe = new net.Socket(probing)
const symbolOf = (description: string) =>
  Object.getOwnPropertySymbols(probe).find((symbol) => symbol.description === description)
const bufferSymbol = symbolOf('kBuffer')
const callbackSymbol = symbolOf('kBufferCb')
probe.destroy()

/**
 * Has an accepted connection read into `readBuffer`, as the `onread` option does for those that are made: without it
 * each read takes 64 kB of its own, which is up to a third of a proxied request's cost. The option doesn't exist for
 * accepted connections, so that the two fields which it sets are looked for; false where this Node has them no longer.
 */
export function readShared(socket: net.Socket, onRead: OnRead): boolean {
  if (bufferSymbol === undefined || callbackSymbol === undefined) return false
  const inside = socket as unknown as Inside
  const handle = inside._handle
  if (typeof handle?.useUserBuffer !== 'function' || !(bufferSymbol in inside)) return false
  inside[bufferSymbol] = readBuffer
  inside[callbackSymbol] = onRead
  handle.useUserBuffer(readBuffer)
  return true
}

/** From now on what is read goes the usual way, as `data` events. */
export function readAsStream(socket: net.Socket): void {
  const inside = socket as unknown as Inside
  if (callbackSymbol === undefined || inside[callbackSymbol] === undefined) return
  inside[callbackSymbol] = (length: number, buffer: Buffer) =>
    socket.push(Buffer.from(buffer.subarray(0, length)))
}
