import { PortalProblem, problemFrom } from './portal-problem.ts'

type JsonRequest = Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> }

/** The JSON that the server answers. Throws PortalProblem for anything but a 2xx with JSON. */
export async function fetchJson<T>(url: string, init: JsonRequest = {}): Promise<T> {
  const answer = await fetch(url, {
    ...init,
    headers: { accept: 'application/json', ...init.headers },
  }).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new PortalProblem(
      'The server did not answer. It may be restarting, or the network is down.',
      null,
      null,
    )
  })
  const body: unknown = await answer.json().catch(() => null)
  if (!answer.ok || body === null) throw problemFrom(answer.status, body)
  return body as T
}
