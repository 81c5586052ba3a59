/** The wish, or the wish with the first number behind it that is free: `orders`, `orders-2`. */
export function uniqueName(taken: ReadonlySet<string>, wish: string, separator = '-'): string {
  if (!taken.has(wish)) return wish
  let number = 2
  while (taken.has(`${wish}${separator}${number}`)) number++
  return `${wish}${separator}${number}`
}
