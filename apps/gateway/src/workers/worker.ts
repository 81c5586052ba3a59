import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { AppError, hearError } from '@penstock/errors'
import { Channel } from './channel.ts'
import { type FromWorker, type Port, type SeatLetter, type ToWorker, workerVariable } from './messages.ts'
import type { Answers } from './questions.ts'

/** A process of a node, as the one that started it sees it: this program once more, with the same arguments. */
export class Worker {
  readonly #child: ChildProcess
  readonly channel: Channel
  /** Where it serves. Rejects with what it could not start for, and with GATEWAY_NOT_STARTED. */
  readonly ready: Promise<{ readonly url: string; readonly node: string }>
  /** How it ended: a signal, or an exit code in words. */
  readonly ended: Promise<string>
  #isServing = false

  constructor(seat: SeatLetter, answers: Answers) {
    this.#child = fork(process.argv[1] ?? '', process.argv.slice(2), {
      env: { ...process.env, [workerVariable]: String(seat.number) },
      serialization: 'advanced',
    })
    this.channel = new Channel((letter) => this.#tell(letter), answers)
    this.ended = once(this.#child, 'exit').then(([code, signal]) => {
      this.#isServing = false
      this.channel.close()
      return signal === null ? `exit code ${String(code)}` : String(signal)
    })
    this.ready = new Promise((resolve, reject) => {
      this.#child.on('message', (message: FromWorker | object) => {
        if (this.channel.receive(message)) return
        if ('born' in message) this.#tell({ seat } satisfies ToWorker)
        else if ('failed' in message) reject(hearError(message.failed))
        else if ('ready' in message) {
          this.#isServing = true
          resolve(message.ready)
        }
      })
      void this.ended.then((how) => reject(new AppError('GATEWAY_NOT_STARTED', { params: { how } })))
    })
    // Whoever does not wait for it hears that it ended.
    this.ready.catch(() => undefined)
  }

  /** Whether it takes connections. */
  get isServing(): boolean {
    return this.#isServing && this.#child.connected
  }

  /** A connection that nobody has read of. */
  hand(at: Port, socket: Socket): void {
    this.#child.send({ connectionAt: at } satisfies ToWorker, socket, () => undefined)
  }

  /** Has it finish what is under way, all that was handed to it before included; kills it after `graceMs`. */
  async close(graceMs: number): Promise<void> {
    this.#isServing = false
    this.#tell({ close: true } satisfies ToWorker)
    const late = setTimeout(() => this.#child.kill('SIGKILL'), graceMs)
    await this.ended
    clearTimeout(late)
  }

  #tell(message: object): void {
    if (this.#child.connected) this.#child.send(message, () => undefined)
  }
}
