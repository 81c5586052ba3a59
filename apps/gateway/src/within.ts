/**
 * What a promise gives, or `otherwise` when that takes longer than `ms`. Where the process itself stood still for that long, what
 * came meanwhile is looked at first: timers come before sockets, and immediates behind them.
 */
export async function within<T, L>(promise: Promise<T>, ms: number, otherwise: L): Promise<T | L> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<L>((resolve) => (timer = setTimeout(() => setImmediate(resolve, otherwise), ms)))
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
