/** Days that a session lasts from when it was opened. */
export const sessionDays = 30

/**
 * `__Host-` ties the cookie to this very origin, but needs https; over plain http (a laptop) the name goes without,
 * and carries the port: cookies of one host are shared by all its ports, and two Penstocks must not sign each other out.
 */
export function cookieName(secure: boolean, host: string): string {
  const port = /:(\d+)$/.exec(host)?.[1] ?? '80'
  return secure ? '__Host-penstock' : `penstock-${port}`
}
