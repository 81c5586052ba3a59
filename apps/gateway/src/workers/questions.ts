import type { Diagnosis, DiagnoseRequest } from '@penstock/bundle'
import type { ConnectionAnswer, ConnectionOrder } from '../websocket/connection-order.ts'

/** What the processes of one node ask each other, and what answers: what came to one of them is in its memory alone. */
export interface Questions {
  /** A failed call that one of them keeps. */
  diagnose: { readonly asked: DiagnoseRequest; readonly answer: Diagnosis }
  /** Something to do with an open connection of one of them. */
  connection: { readonly asked: ConnectionOrder; readonly answer: ConnectionAnswer }
  /** How a worker is. */
  status: { readonly asked: null; readonly answer: WorkerStatus }
}

export interface WorkerStatus {
  readonly isReady: boolean
  /** What does not work, though requests are served; null: all does. */
  readonly problem: string | null
  /** Prometheus text. */
  readonly metrics: string
}

export type Question = keyof Questions

/** Null: whoever was asked does not have it. */
export type Answers = {
  readonly [Q in Question]?: (asked: Questions[Q]['asked']) => Promise<Questions[Q]['answer'] | null>
}

/** Whoever else may have what was asked for. */
export interface Others {
  /** Null: nobody has it. Rejects with the error of whoever has it. */
  ask<Q extends Question>(question: Q, asked: Questions[Q]['asked']): Promise<Questions[Q]['answer'] | null>
}

/** A node of one process has no others. */
export const nobodyElse: Others = { ask: () => Promise.resolve(null) }
