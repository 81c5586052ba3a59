let line = ''
let second = 0

/** `Date: …\r\n` (RFC 9110 §6.6.1), made anew once a second. */
export function dateLine(): string {
  const now = Date.now()
  if (now - second >= 1000 || now < second) {
    second = now - (now % 1000)
    line = `Date: ${new Date(second).toUTCString()}\r\n`
  }
  return line
}
