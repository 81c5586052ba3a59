/** How much longer a backtracking engine may search, in the worst case, when the text grows. */
interface Cost {
  /** Power of the text's length. */
  readonly power: number
  /** Number of ways that bounded repeats and alternatives multiply the search by. */
  readonly ways: number
  /** The same text may be matched in several ways. */
  readonly varies: boolean
}

const fixed: Cost = { power: 0, ways: 1, varies: false }
const endless: Cost = { power: Number.POSITIVE_INFINITY, ways: 1, varies: true }

/** Beyond this a search takes for ever even in a short text. */
const waysMax = 1_000_000

/**
 * Steps that a search with this expression takes at worst in a text of this length. Infinite for what is exponential, as a
 * repeat within a repeat (`(a+)+`) can be. An estimate that errs on the safe side.
 */
export function searchSteps(regex: RegExp): (length: number) => number {
  const { source, flags } = regex
  const reader = new Reader(source, flags.includes('i'))
  const { power, ways } = reader.alternatives()
  if (!Number.isFinite(power) || ways > waysMax) return () => Number.POSITIVE_INFINITY
  const anchored = source.startsWith('^') && !flags.includes('m') && reader.branches === 1
  const factors = power + (anchored ? 0 : 1)
  // So many repeats that share a text among them split it in n over k ways.
  return (length) => {
    let steps = ways * Math.max(1, length)
    for (let k = 2; k <= factors; k++) steps *= length / k
    return steps
  }
}

/** Reads the source of an expression that is known to be valid. */
class Reader {
  /** Alternatives at the top. */
  branches = 0
  readonly #source: string
  readonly #ignoreCase: boolean
  #at = 0

  constructor(source: string, ignoreCase: boolean) {
    this.#source = source
    this.#ignoreCase = ignoreCase
  }

  alternatives(): Cost {
    const costs: Cost[] = []
    const firsts = new Set<string>()
    do {
      if (costs.length > 0) this.#at++
      const start = this.#at
      costs.push(this.#sequence())
      firsts.add(this.#firstLetter(start) ?? '')
    } while (this.#source[this.#at] === '|')
    this.branches = costs.length
    // Alternatives that begin with different letters never both match.
    const overlap = costs.length > 1 && (firsts.size < costs.length || firsts.has(''))
    return {
      power: Math.max(...costs.map(({ power }) => power)),
      ways: Math.max(...costs.map(({ ways }) => ways)) * (overlap ? costs.length : 1),
      varies: overlap || costs.some(({ varies }) => varies),
    }
  }

  #sequence(): Cost {
    let all = fixed
    while (this.#at < this.#source.length && !'|)'.includes(this.#source.charAt(this.#at)))
      all = after(all, this.#repeated())
    return all
  }

  #repeated(): Cost {
    const start = this.#at
    const inner = this.#atom()
    const atom = this.#source.slice(start, this.#at)
    const [text, sign, from, comma, to] = quantifier.exec(this.#source.slice(this.#at)) ?? []
    if (text === undefined) return inner
    this.#at += text.length
    const least = sign === undefined ? Number(from) : sign === '+' ? 1 : 0
    const most =
      sign === '?' ? 1 : sign !== undefined || to === '' ? Infinity : comma === undefined ? least : Number(to)
    if (most <= 64) {
      const ways = inner.ways ** most * (most - least + 1)
      return { power: inner.power * most, ways, varies: inner.varies || most > least }
    }
    if (inner.varies) return endless
    // Never tried shorter: only what it can't match itself follows, or nothing at all.
    if (this.#isDelimited(atom)) return inner
    return { ...inner, power: this.#isLast() ? 0 : 1, varies: true }
  }

  #atom(): Cost {
    const char = this.#source.charAt(this.#at++)
    if (char === '\\') this.#at++
    if (char === '[') {
      while (this.#source.charAt(this.#at) !== ']') this.#at += this.#source.charAt(this.#at) === '\\' ? 2 : 1
      this.#at++
    }
    if (char !== '(') return fixed
    this.#at += groupStart.exec(this.#source.slice(this.#at))?.[0].length ?? 0
    const cost = this.alternatives()
    this.#at++
    return cost
  }

  #isLast(): boolean {
    return /^\)*$/.test(this.#source.slice(this.#at))
  }

  /** `[^,]*` before a comma. A `-` counts only where it can't be a range's. */
  #isDelimited(atom: string): boolean {
    const rest = this.#source.slice(this.#at).replace(/^\)+(?![*+?{])/, '')
    const next = /^\\?([^\w\\^$.*+?()[\]{}|])(?![*?{])/.exec(rest)?.[1]
    if (next === undefined || !atom.startsWith('[^')) return false
    return next === '-' ? /^\[\^-|-\]$/.test(atom) : atom.includes(next)
  }

  #firstLetter(start: number): string | null {
    const letter = /^[\w\s"',;:=/<>@#%&!~`-](?![*?{])/.exec(this.#source.slice(start))?.[0]
    return letter === undefined ? null : this.#ignoreCase ? letter.toLowerCase() : letter
  }
}

const quantifier = /^(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/
const groupStart = /^\?(?:[:=!]|<[=!]|<\w+>)/

function after(before: Cost, next: Cost): Cost {
  return {
    power: before.power + next.power,
    ways: before.ways * next.ways,
    varies: before.varies || next.varies,
  }
}
