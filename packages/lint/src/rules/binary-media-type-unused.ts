import { isObject } from '../is-object.ts'
import { defineRule } from '../rule.ts'

export const binaryMediaTypeUnused = defineRule({
  id: 'binary-media-type-unused',
  severity: 'info',
  title: 'A binary media type that no operation has',
  why: 'Bodies of these types are passed on as bytes. None of the operations takes or answers this one; perhaps it is misspelt.',
  mend: 'Take it out, or write it as the operations do.',
  *check({ all, api }) {
    const types = api?.binaryMediaTypes ?? []
    if (!api || types.length === 0) return
    const used = new Set<string>()
    for (const { requestBody, responses } of all('method'))
      for (const holder of [requestBody, ...Object.values(responses ?? {})]) addTypes(holder, used)
    for (const component of all('component')) addTypes(component.value, used)
    // Where nothing is described there is nothing to compare with.
    if (used.size === 0) return
    for (const [index, type] of types.entries()) {
      if (type.includes('*') || used.has(type.toLowerCase())) continue
      yield {
        record: api.id,
        path: ['binaryMediaTypes', index],
        message: `No operation takes or answers ${type}.`,
      }
    }
  },
})

function addTypes(holder: unknown, used: Set<string>): void {
  const content = isObject(holder) ? holder['content'] : undefined
  if (isObject(content))
    for (const type of Object.keys(content)) used.add(type.toLowerCase().split(';')[0]!.trim())
}
