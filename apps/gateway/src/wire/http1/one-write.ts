import type { Socket } from 'node:net'

/** Up to here a body is copied beside the text around it, so that both leave in one write; beyond, the copy costs more. */
const copyMax = 16 * 1024

/** Writes bytes with the text before and behind them as one. False: the connection takes more only after `drain`. */
export function writeAsOne(socket: Socket, before: string, bytes: Uint8Array, after: string): boolean {
  const { byteLength } = bytes
  if (byteLength === 0 && after === '') return before === '' || socket.write(before, 'latin1')
  if (before === '' && after === '') return socket.write(bytes)
  if (byteLength <= copyMax) {
    const whole = Buffer.allocUnsafe(before.length + byteLength + after.length)
    whole.write(before, 0, 'latin1')
    whole.set(bytes, before.length)
    if (after !== '') whole.write(after, before.length + byteLength, 'latin1')
    return socket.write(whole)
  }
  socket.cork()
  if (before !== '') socket.write(before, 'latin1')
  let isTaken = socket.write(bytes)
  if (after !== '') isTaken = socket.write(after, 'latin1')
  socket.uncork()
  return isTaken
}
