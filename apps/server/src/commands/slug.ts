import type { Executor } from '../store/executor.ts'

/** A name as it can stand in a URL and in a host name: at most 50 lower-case letters, digits and hyphens. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '')
  return slug || 'api'
}

/** The name's slug, or the first free one of `slug-2`, `slug-3` … */
export async function freeSlug(db: Executor, name: string): Promise<string> {
  const slug = slugOf(name)
  const rows = await db.api.findMany({ where: { slug: { startsWith: slug } }, select: { slug: true } })
  const taken = new Set(rows.map((row) => row.slug))
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? slug : `${slug}-${number}`
    if (!taken.has(candidate)) return candidate
  }
}
