import type { Socket } from 'node:net'

/** Up to here a body goes as text beside the text around it: what is below 16 kB is written without memory of its own. */
export const copyMax = 15 * 1024

/**
 * Writes bytes with the text before and behind them as one. Up to `copyMax` of them are used up during the call; more must
 * stay as they are. False: the connection takes more only after `drain`.
 */
export function writeAsOne(socket: Socket, before: string, bytes: Uint8Array, after: string): boolean {
  const { byteLength } = bytes
  if (byteLength === 0 && after === '') return before === '' || socket.write(before, 'latin1')
  if (byteLength <= copyMax) return socket.write(before + asText(bytes) + after, 'latin1')
  if (before === '' && after === '') return socket.write(bytes)
  socket.cork()
  if (before !== '') socket.write(before, 'latin1')
  let isTaken = socket.write(bytes)
  if (after !== '') isTaken = socket.write(after, 'latin1')
  socket.uncork()
  return isTaken
}

function asText(bytes: Uint8Array): string {
  const buffer = Buffer.isBuffer(bytes)
    ? bytes
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return buffer.toString('latin1')
}
