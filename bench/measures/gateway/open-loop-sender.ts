import { connect, type Socket } from 'node:net'

/**
 * Started by `openLoop`: sends so many requests a second for so many seconds, whatever the answers do, and prints the
 * microseconds of each, from its last byte written to the first byte of its answer. One that finds every connection busy opens
 * another.
 */
const [url = '', apiKey = '', rateText, secondsText] = process.argv.slice(2)
const [rate, seconds] = [Number(rateText), Number(secondsText)]
const { hostname, port, pathname, host } = new URL(url)
const request = Buffer.from(`GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\nX-Api-Key: ${apiKey}\r\n\r\n`)

interface Line {
  readonly socket: Socket
  sentAt: bigint
}

const idle: Line[] = []
const microseconds: number[] = []
let waiting = 0

function open(): void {
  const socket = connect({ host: hostname, port: Number(port), noDelay: true })
  const line: Line = { socket, sentAt: 0n }
  let left = -1
  socket.on('error', (error) => fail(error.message))
  socket.on('data', (chunk) => {
    if (left < 0) {
      microseconds.push(Number(process.hrtime.bigint() - line.sentAt) / 1000)
      const text = chunk.toString('latin1')
      const [, status] = text.split(' ', 2)
      const length = /\r\ncontent-length: (\d+)\r\n/i.exec(text)?.[1]
      const end = text.indexOf('\r\n\r\n')
      if (status !== '200' || length === undefined || end < 0) return fail(text.slice(0, 200))
      left = Number(length) - (chunk.length - end - 4)
    } else left -= chunk.length
    if (left > 0) return
    left = -1
    waiting--
    idle.push(line)
  })
  send(line)
}

function send(line: Line): void {
  waiting++
  line.sentAt = process.hrtime.bigint()
  line.socket.write(request)
}

function fail(reason: string): void {
  console.error(`${url}: ${reason}`)
  process.exit(1)
}

const began = performance.now()
let sent = 0
const timer = setInterval(() => {
  const elapsed = (performance.now() - began) / 1000
  for (; sent < Math.min(elapsed, seconds) * rate; sent++) {
    const line = idle.pop()
    if (line === undefined) open()
    else send(line)
  }
  if (elapsed < seconds || (waiting > 0 && elapsed < seconds + 10)) return
  clearInterval(timer)
  process.stdout.write(JSON.stringify(microseconds), () => process.exit())
}, 1)
