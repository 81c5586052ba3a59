import { defineRule } from '../rule.ts'

/** So much of an API has to be in lower case before capitals in it are an oversight. */
const share = 0.9

export const pathLetterCase = defineRule({
  id: 'path-letter-case',
  severity: 'info',
  title: 'Capital letters in a path of an API in lower case',
  why: 'Paths are case-sensitive: `/Orders` is not `/orders`, and callers will try the other one.',
  mend: 'Write the segment in lower case.',
  *check({ all }) {
    const literal = [...all('resource')].filter(
      ({ pathPart }) => /[a-z]/i.test(pathPart) && !pathPart.includes('{'),
    )
    const capital = literal.filter(({ pathPart }) => /[A-Z]/.test(pathPart))
    if (literal.length < 3 || capital.length > literal.length * (1 - share) + 1) return
    for (const { id, pathPart } of capital) {
      const message = `"${pathPart}" has capital letters, and the rest of the API has none.`
      yield { record: id, path: ['pathPart'], message, suggest: `Write ${pathPart.toLowerCase()}.` }
    }
  },
})
