import { httpUpstream } from '@penstock/testkit/upstreams'

/** Where functions under test wait for the test, and tell it how far they are, by calls of `GATE/name`. */
export interface Gate extends AsyncDisposable {
  readonly url: string
  /** Resolves with the query of the first call of `name`, which is answered at once when the gate is open, else when it is opened. */
  asked(name: string): Promise<string>
  open(name: string): void
  /** Resolves when the first call of `name` was broken off by the function's end. */
  left(name: string): Promise<void>
}

interface Door {
  readonly asked: Deferred<string>
  readonly opened: Deferred<void>
  readonly left: Deferred<void>
}

export async function openGate(): Promise<Gate> {
  const doors = new Map<string, Door>()
  const door = (name: string): Door => {
    const known = doors.get(name)
    if (known) return known
    const made = { asked: deferred<string>(), opened: deferred<void>(), left: deferred<void>() }
    doors.set(name, made)
    return made
  }
  const upstream = await httpUpstream((request, response) => {
    const [path = '', query = ''] = (request.url ?? '').split('?')
    const { asked, opened, left } = door(path.slice(1))
    response.on('close', () => !response.writableFinished && left.resolve())
    void opened.promise.then(() => response.end())
    asked.resolve(query)
  })
  return {
    url: upstream.url,
    asked: (name) => door(name).asked.promise,
    open: (name) => door(name).opened.resolve(),
    left: (name) => door(name).left.promise,
    [Symbol.asyncDispose]: () => upstream[Symbol.asyncDispose](),
  }
}

interface Deferred<T> {
  readonly promise: Promise<T>
  readonly resolve: (value: T) => void
}

function deferred<T>(): Deferred<T> {
  let resolve: Deferred<T>['resolve'] = () => undefined
  const promise = new Promise<T>((done) => (resolve = done))
  return { promise, resolve }
}
