import { slugOf } from './slug.ts'

/** As the server does where it is given none. */
const importedMax = 50

/** The slug that an import gets of its title: the first of `orders`, `orders-2` … that is free. */
export function suggestedSlug(title: string, taken: ReadonlySet<string>): string {
  const slug = slugOf(title).slice(0, importedMax).replace(/-+$/, '') || 'api'
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? slug : `${slug}-${number}`
    if (!taken.has(candidate)) return candidate
  }
}
