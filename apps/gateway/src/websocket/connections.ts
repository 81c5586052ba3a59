import type { Connection } from './connection.ts'

/** The open connections of this node, by their ids. */
export class Connections {
  readonly #open = new Map<string, Connection>()
  #isCut = false

  get size(): number {
    return this.#open.size
  }

  add(connection: Connection): void {
    this.#open.set(connection.id, connection)
  }

  remove(connection: Connection): void {
    this.#open.delete(connection.id)
  }

  /** A connection of one stage: nobody speaks to those of another. */
  find(api: string, stage: string, id: string): Connection | undefined {
    const connection = this.#open.get(id)
    return connection?.api === api && connection.stage === stage ? connection : undefined
  }

  /** Closes those of stages that are no longer served, or not over WebSockets. */
  retain(isServed: (connection: Connection) => boolean): void {
    for (const connection of this.#open.values()) if (!isServed(connection)) connection.closeUnserved()
  }

  /** The time that connections had to end is over: what they leave undone stays so. */
  get isCut(): boolean {
    return this.#isCut
  }

  /** Says farewell to all; those that have not ended after `graceMs` are cut. */
  async close(graceMs: number): Promise<void> {
    let late: NodeJS.Timeout | undefined
    const cut = new Promise<void>((resolve) => {
      late = setTimeout(() => {
        this.#isCut = true
        for (const connection of this.#open.values()) connection.terminate()
        resolve()
      }, graceMs)
    })
    await Promise.race([Promise.all([...this.#open.values()].map((connection) => connection.drain())), cut])
    clearTimeout(late)
  }
}
