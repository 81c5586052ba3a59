import { defineRule } from '../rule.ts'

const styles: readonly (readonly [name: string, matches: RegExp])[] = [
  ['camelCase', /^[a-z]+[a-z0-9]*[A-Z]/],
  ['snake_case', /^[a-z0-9]+_/i],
  ['kebab-case', /^[a-z0-9]+-/i],
]

export const parameterNaming = defineRule({
  id: 'parameter-naming',
  severity: 'info',
  title: 'Path parameters are named in several styles',
  why: '`{userId}` here and `{user_id}` there make callers look twice, and generated clients look careless.',
  mend: 'Name them in the style that most of the API has.',
  *check({ all }) {
    const found = [...all('resource')].flatMap(({ id, pathPart }) =>
      [...pathPart.matchAll(/\{([^{}+]+)\+?\}/g)].flatMap(([, name]) => {
        const style = styleOf(name!)
        return style === undefined ? [] : [{ id, name: name!, style }]
      }),
    )
    const counts = new Map<string, number>()
    for (const { style } of found) counts.set(style, (counts.get(style) ?? 0) + 1)
    const [most] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    if (!most || counts.size < 2) return
    for (const { id, name, style } of found) {
      if (style === most[0]) continue
      const message = `{${name}} is ${style}; most path parameters of this API are ${most[0]}.`
      yield { record: id, path: ['pathPart'], message }
    }
  },
})

/** Undefined for one word, which is right in each of them. */
function styleOf(name: string): string | undefined {
  return styles.find(([, matches]) => matches.test(name))?.[0]
}
