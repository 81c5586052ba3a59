import { defineRule } from '../rule.ts'

export const securitySchemeMissing = defineRule({
  id: 'security-scheme-missing',
  severity: 'warning',
  title: 'A security scheme that is not there',
  why: 'A requirement names a scheme by its name. Nothing defines this one, so callers are not told how to sign in, and nothing checks them.',
  mend: 'Name one that there is, or add an authorizer of that name.',
  *check({ all, api }) {
    const known = new Set([...all('authorizer')].map(({ name }) => name))
    for (const record of [...(api ? [api] : []), ...all('method')])
      for (const [index, requirement] of (record.security ?? []).entries())
        for (const name of Object.keys(requirement))
          if (!known.has(name))
            yield {
              record: record.id,
              path: ['security', index, name],
              message: `There is no security scheme called "${name}".`,
            }
  },
})
