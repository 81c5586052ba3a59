import { defineRule } from '../rule.ts'

export const greedyParameterNotLast = defineRule({
  id: 'greedy-parameter-not-last',
  severity: 'warning',
  title: 'A greedy parameter has something behind it',
  why: '`{name+}` takes the rest of a path, so it can only be the last segment. Amazon refuses children of one; here it takes one segment then, like `{name}`.',
  mend: 'Write `{name}` without the plus, or move what is below it.',
  on: ['resource'],
  *check(resource, scope) {
    const parent = scope.find('resource', resource.parent)
    if (!parent || !/^\{[^{}]+\+\}$/.test(parent.pathPart)) return
    const message = `"/${resource.pathPart}" stands behind ${parent.pathPart}, which is to take the rest of a path.`
    const suggest = `Rename ${parent.pathPart} to ${parent.pathPart.replace('+', '')}.`
    yield { path: ['parent'], message, suggest }
  },
})
