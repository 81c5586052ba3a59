import { hearError, tellError, toAppError, type ToldError } from '@penstock/errors'
import type { Answers, Others, Question, Questions } from './questions.ts'

type Letter =
  | { readonly ask: number; readonly question: Question; readonly asked: unknown }
  | { readonly answers: number; readonly answer: unknown }
  | { readonly answers: number; readonly error: ToldError }

/** Questions and answers over a pipe of messages between two processes, both ways. */
export class Channel implements Others {
  readonly #send: (letter: object) => void
  readonly #answers: Answers
  readonly #open = new Map<
    number,
    { readonly resolve: (answer: never) => void; readonly reject: (error: Error) => void }
  >()
  #count = 0
  #isClosed = false

  constructor(send: (letter: object) => void, answers: Answers) {
    this.#send = send
    this.#answers = answers
  }

  ask<Q extends Question>(question: Q, asked: Questions[Q]['asked']): Promise<Questions[Q]['answer'] | null> {
    if (this.#isClosed) return Promise.resolve(null)
    return new Promise((resolve, reject) => {
      const ask = ++this.#count
      this.#open.set(ask, { resolve, reject })
      this.#send({ ask, question, asked })
    })
  }

  /** Takes a message; false: it is none of these. */
  receive(message: object): boolean {
    const letter = message as Letter
    if ('ask' in letter) void this.#answer(letter.ask, letter.question, letter.asked)
    else if ('answers' in letter) {
      const waiting = this.#open.get(letter.answers)
      this.#open.delete(letter.answers)
      if ('error' in letter) waiting?.reject(hearError(letter.error))
      else waiting?.resolve(letter.answer as never)
    } else return false
    return true
  }

  /** The other process is gone: it has nothing any more. */
  close(): void {
    this.#isClosed = true
    for (const { resolve } of this.#open.values()) resolve(null as never)
    this.#open.clear()
  }

  async #answer(answers: number, question: Question, asked: unknown): Promise<void> {
    const answer = this.#answers[question] as ((asked: unknown) => Promise<unknown>) | undefined
    const letter = await Promise.resolve(answer?.(asked) ?? null).then(
      (found) => ({ answers, answer: found }),
      (error: unknown) => ({ answers, error: tellError(toAppError(error)) }),
    )
    if (!this.#isClosed) this.#send(letter)
  }
}
