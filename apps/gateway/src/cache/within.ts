/** What a promise gives, or `otherwise` when that takes longer than `ms`. */
export async function within<T, L>(promise: Promise<T>, ms: number, otherwise: L): Promise<T | L> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<L>((resolve) => (timer = setTimeout(resolve, ms, otherwise)))
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
