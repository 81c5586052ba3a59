import type { RequestContext } from '../../request-context.ts'

/** The integration's method; the client's when it names none or ANY. */
export function methodFor({ method }: { method?: string | undefined }, context: RequestContext): string {
  return method === undefined || method === 'ANY' ? context.method : method
}
