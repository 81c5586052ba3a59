import type { Page } from '@playwright/test'

/** What the page is asked to look for: a selector, and a text that what is found must hold. */
export interface Sight {
  readonly selector: string
  readonly text?: string
}

interface Stopwatch {
  /** Milliseconds since the navigation began, once the frame that shows it was painted. */
  seen(sight: Sight): Promise<number>
  /** Milliseconds from the next event of this type to the end of the frame that shows it. */
  startAt(event: string, sight: Sight): void
  time(): Promise<number>
  startFrames(): void
  frames(): number[]
  /** Milliseconds of each answer of the layout's worker, by when it was asked. */
  readonly layouts: { at: number; took: number }[]
}

declare global {
  interface Window {
    stopwatch: Stopwatch
  }
}

/** Runs inside the page before its scripts. Knows nothing of the product but that it lays out in a worker. */
export function installStopwatch(): void {
  const isThere = ({ selector, text }: Sight) =>
    [...document.querySelectorAll(selector)].some(
      (element) =>
        text === undefined ||
        element.textContent?.includes(text) ||
        element.getAttribute('aria-label')?.includes(text),
    )
  // Looked at in a frame's beginning: what is there is painted with it, and a message comes after that.
  const painted = (sight: Sight) =>
    new Promise<number>((resolve) => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => resolve(performance.now())
      const look = () => {
        if (isThere(sight)) channel.port2.postMessage(null)
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
  let time = Promise.resolve(0)
  let frames: number[] = []
  const layouts: Stopwatch['layouts'] = []
  window.stopwatch = {
    seen: painted,
    startAt(type, sight) {
      time = new Promise((resolve) => {
        const begin = (event: Event) => void painted(sight).then((at) => resolve(at - event.timeStamp))
        window.addEventListener(type, begin, { capture: true, once: true })
      })
    },
    time: () => time,
    startFrames() {
      const times: number[] = []
      frames = times
      let last = performance.now()
      const tick = (now: number) => {
        times.push(now - last)
        last = now
        if (frames === times) requestAnimationFrame(tick)
      }
      requestAnimationFrame(tick)
    },
    frames() {
      const taken = frames.slice(2)
      frames = []
      return taken
    },
    layouts,
  }
  const NativeWorker = window.Worker
  window.Worker = class extends NativeWorker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options)
      if (options?.name !== 'layout') return
      const asked: number[] = []
      const post = this.postMessage.bind(this) as (message: unknown, transfer?: Transferable[]) => void
      this.postMessage = (message: unknown, transfer?: Transferable[] | StructuredSerializeOptions) => {
        asked.push(performance.now())
        post(message, (transfer ?? []) as Transferable[])
      }
      this.addEventListener('message', () => {
        const at = asked.shift()
        if (at !== undefined) layouts.push({ at, took: performance.now() - at })
      })
    }
  }
}

/** From the beginning of the navigation to the frame that shows it, in milliseconds. */
export function seen(page: Page, sight: Sight): Promise<number> {
  return page.evaluate((what) => window.stopwatch.seen(what), sight)
}

/** From the event that `act` causes to the end of the frame that shows what came of it, in milliseconds. */
export async function timeOf(page: Page, event: string, sight: Sight, act: () => Promise<unknown>) {
  await page.evaluate(([type, what]) => window.stopwatch.startAt(type, what), [event, sight] as const)
  await act()
  return page.evaluate(() => window.stopwatch.time())
}
