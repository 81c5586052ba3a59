/** One user intent. The palette, the keyboard, menus and the shortcuts sheet are all made from these. */
export interface Command {
  /** Stable, dotted, e.g. `designer.add-method`. Registering an id again replaces the command. */
  readonly id: string
  /** What it does, as a button would say it: "Add method". */
  readonly label: string
  /** Heading in the palette and the shortcuts sheet, e.g. "Designer". */
  readonly group: string
  /**
   * Keys in the form `mod+shift+z`, `?`, `Delete`, or a sequence such as `g r`.
   * `mod` is ⌘ on a Mac and Ctrl elsewhere. Key names are those of `KeyboardEvent.key`, any case.
   */
  readonly shortcut?: string
  readonly keywords?: readonly string[]
  /** Whether it would do something now. Absent means always. */
  readonly enabled?: () => boolean
  /** Shown in the shortcuts sheet and run by the keyboard, but not offered in the palette. */
  readonly hidden?: boolean
  /** Whoever registered it handles the keys itself (the canvas does for arrows and Delete): only listed. */
  readonly ownKeys?: boolean
  /** A field with the keyboard does this by itself first, as long as it has something of its own to take back. */
  readonly undoes?: 'undo' | 'redo'
  readonly run: () => void
}

/** Answers what is typed into the palette with commands of its own, e.g. "go to this route". */
export interface CommandSource {
  readonly id: string
  /** At most `limit` commands, best first. Called on every keystroke: keep it under a few milliseconds. */
  search(query: string, limit: number): readonly Command[]
}

type Listener = () => void

/**
 * The commands of what is on the screen now. Screens register theirs while mounted:
 * `useEffect(() => commandRegistry.register([...]), [])`.
 */
export class CommandRegistry {
  #commands = new Map<string, Command>()
  #snapshot: readonly Command[] = []
  readonly #sources = new Set<CommandSource>()
  readonly #listeners = new Set<Listener>()

  /** Adds the commands and returns what removes them again. */
  register(commands: readonly Command[]): () => void {
    for (const command of commands) this.#commands.set(command.id, command)
    this.#changed()
    return () => {
      for (const command of commands) {
        if (this.#commands.get(command.id) === command) this.#commands.delete(command.id)
      }
      this.#changed()
    }
  }

  /** Adds a source of palette results and returns what removes it again. */
  registerSource(source: CommandSource): () => void {
    this.#sources.add(source)
    return () => this.#sources.delete(source)
  }

  /** What the sources answer to a query. */
  search(query: string, limit: number): Command[] {
    return [...this.#sources].flatMap((source) => source.search(query, limit))
  }

  /** Every command, in the order of registration. The same array until something changes. */
  readonly list = (): readonly Command[] => this.#snapshot

  readonly subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Runs a command by id if it is there and enabled; says whether it ran. */
  run(id: string): boolean {
    const command = this.#commands.get(id)
    if (!command || command.enabled?.() === false) return false
    command.run()
    return true
  }

  #changed(): void {
    this.#snapshot = [...this.#commands.values()]
    for (const listener of this.#listeners) listener()
  }
}

/** The tab's registry. */
export const commandRegistry = new CommandRegistry()
