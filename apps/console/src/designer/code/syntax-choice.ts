import type { Syntax } from '@penstock/openapi/live'

/** Remembered per person and API, in this browser. */
const key = (user: string, slug: string) => `penstock.code-syntax ${user} ${slug}`

/** What a person had the text of an API written in last; undefined: in what it was imported in. */
export function syntaxChoice(user: string, slug: string): Syntax | undefined {
  const chosen = localStorage.getItem(key(user, slug))
  return chosen === 'yaml' || chosen === 'json' ? chosen : undefined
}

export function rememberSyntax(user: string, slug: string, syntax: Syntax): void {
  localStorage.setItem(key(user, slug), syntax)
}
