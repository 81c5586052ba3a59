import type { PenstockProcess } from '@penstock/testkit'

/** A call to the REST API; throws with the answer's text unless it is a 2xx. */
export async function rest<T>(
  penstock: PenstockProcess,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const response = await fetch(new URL(path, penstock.url), {
    method,
    headers: {
      authorization: `Bearer ${penstock.token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 500)}`)
  return JSON.parse(text) as T
}
