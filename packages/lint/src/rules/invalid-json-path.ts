import { templateRule } from '../facts/templates.ts'

export const invalidJsonPath = templateRule({
  id: 'invalid-json-path',
  severity: 'warning',
  title: 'A template reads by something that is no JSONPath',
  why: 'A path that can not be read finds nothing, and what was to be there is empty.',
  mend: 'Write a path such as `$.orders[0].id`.',
})
