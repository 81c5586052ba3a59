import {
  type ApiRecord,
  applyDiff,
  type Definition,
  type JsonObject,
  type Method,
  recordsOf,
  sameRecord,
} from '@penstock/model'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isObject, sameJson } from '../json.ts'
import { imported } from '../document.fixture.ts'
import { LiveDocument } from './live-document.ts'
import { bringTo } from './live-text.ts'
import { writeLive } from './write-live.ts'

const verbs = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH'] as const
const paths = ['/', '/a', '/a/{id}', '/a/b/c', '/x y', '/{proxy+}']
const words = fc.constantFrom('one', 'two words', '# three', 'a: b', 'line\nline', "it's", '')

/** A document with a comment of its own before each operation, each path and each schema. */
const anyText = fc
  .array(
    fc.tuple(
      fc.constantFrom(...paths),
      fc.uniqueArray(fc.constantFrom(...verbs), { minLength: 1, maxLength: 3 }),
      words,
    ),
    { maxLength: 4 },
  )
  .map((items) => {
    const lines = ['openapi: 3.1.0', 'info: {title: Any, version: "1"}  # c-info', 'paths:']
    const byPath = new Map(items.map(([path, ...others]) => [path, others] as const))
    for (const [path, [held, summary]] of byPath) {
      lines.push(`  # c-${path}`, `  ${JSON.stringify(path)}:`)
      for (const verb of held) {
        lines.push(`    # c-${verb}-${path}`, `    ${verb.toLowerCase()}:`)
        lines.push(`      summary: ${JSON.stringify(summary)}  # c-s-${verb}-${path}`)
        lines.push('      responses: {}')
      }
    }
    if (byPath.size === 0) lines[2] = 'paths: {}'
    return `${lines.join('\n')}\ncomponents:\n  schemas:\n    # c-Pet\n    Pet: {type: object}\n`
  })

interface Step {
  readonly kind: 'field' | 'remove' | 'verb' | 'path' | 'add' | 'model' | 'api'
  readonly at: number
  readonly text: string
  readonly verb: (typeof verbs)[number]
}
const anyStep: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('field', 'remove', 'verb', 'path', 'add', 'model', 'api'),
  at: fc.nat(20),
  text: words,
  verb: fc.constantFrom(...verbs),
})

/** The step as an edit of the graph. */
function draw(definition: Definition, { kind, at, text, verb }: Step): Definition {
  const next = new Map(definition)
  const put = (record: ApiRecord) => void next.set(record.id, record)
  const methods = [...recordsOf(definition, 'method')]
  const resources = [...recordsOf(definition, 'resource')]
  const method = methods[at % Math.max(1, methods.length)]
  const resource = resources[at % Math.max(1, resources.length)]
  const isFree = (to: string) =>
    !methods.some((other) => other.resource === (method?.resource ?? '') && other.httpMethod === to)
  if (kind === 'field' && method) put({ ...method, description: text })
  if (kind === 'remove' && method) next.delete(method.id)
  if (kind === 'verb' && method && isFree(verb)) put({ ...method, httpMethod: verb })
  // Two of one name are a problem that the graph says; a text has room for one of them.
  const isNew = (name: string) =>
    !resources.some(({ parent, pathPart }) => parent === resource?.parent && pathPart === name) &&
    ![...recordsOf(definition, 'model')].some((model) => model.name === name)
  if (kind === 'path' && resource?.parent && isNew(`p${at}`)) put({ ...resource, pathPart: `p${at}` })
  if (
    kind === 'add' &&
    resource &&
    !methods.some((other) => other.resource === resource.id && other.httpMethod === verb)
  )
    put({ kind: 'method', id: `met_new${at}${verb}`, resource: resource.id, httpMethod: verb, responses: {} })
  if (kind === 'model' && isNew(`M${at}`))
    put({ kind: 'model', id: `mod_${at}`, name: `M${at}`, schema: { title: text } })
  if (kind === 'api') for (const api of recordsOf(definition, 'api')) put({ ...api, description: text })
  return next
}

/** The step as an edit of the text. */
function write(live: LiveDocument, { kind, at, text, verb }: Step) {
  const value = structuredClone(live.good.value) as JsonObject & { paths: JsonObject; info: JsonObject }
  const items = Object.entries(value.paths)
  const [path, item] = items[at % Math.max(1, items.length)] ?? []
  if (path !== undefined && isObject(item)) {
    const [key] = Object.keys(item).filter((name) => isObject(item[name]))
    const operation = key === undefined ? undefined : item[key]
    if (kind === 'field' && isObject(operation)) operation['description'] = text
    if (kind === 'remove' && key !== undefined) delete item[key]
    if (kind === 'verb' && key !== undefined && !(verb.toLowerCase() in item)) {
      item[verb.toLowerCase()] = item[key]!
      delete item[key]
    }
    if (kind === 'path') {
      delete value.paths[path]
      value.paths[`/p${at}`] = item
    }
    if (kind === 'add') item[verb.toLowerCase()] ??= { responses: {} }
  }
  if (kind === 'model') value['components'] = { schemas: { [`M${at}`]: { title: text } } }
  if (kind === 'api') value.info['description'] = text
  return live.typed(bringTo(live.good, value).edits)
}

function open(text: string) {
  return LiveDocument.from(text, imported(text).definition)!
}

function expectInStep(live: LiveDocument) {
  expect(sameJson(writeLive(live.definition), live.good.value)).toBe(true)
}

const comments = (text: string) => new Set(text.match(/# c-\S.*$/gm))

test('whatever is edited on either side, the two say the same', () => {
  fc.assert(
    fc.property(anyText, fc.array(fc.tuple(fc.boolean(), anyStep), { maxLength: 6 }), (text, steps) => {
      const live = open(text)
      expect(live.text).toBe(text)
      for (const [isText, step] of steps) {
        const before = live.definition
        if (isText) {
          const typed = write(live, step)
          expect(typed.errors).toBeUndefined()
          const applied = applyDiff(before, typed.diff!)
          expect([...applied].every(([id, record]) => sameRecord(record, live.definition.get(id)!))).toBe(
            true,
          )
        } else live.drawn(draw(before, step))
        expectInStep(live)
        // What is written is read again, as a whole, as what it is.
        expect(LiveDocument.from(live.text, live.definition)!.text).toBe(live.text)
      }
    }),
    { numRuns: 150 },
  )
}, 60_000)

test('an edit of one operation touches its lines only, and no comment outside of it', () => {
  fc.assert(
    fc.property(anyText, anyStep, (text, step) => {
      const live = open(text)
      const [method] = [...recordsOf(live.definition, 'method')].slice(step.at % 5)
      if (!method) return
      const change: Partial<Method> =
        step.kind === 'field' ? { summary: step.text } : { deprecated: true, tags: [step.text] }
      const edits = live.drawn(new Map(live.definition).set(method.id, { ...method, ...change }))
      const mine = new RegExp(`^    # c-${method.httpMethod}-.*$`, 'm')
      expect(mine.test(text)).toBe(true)
      expect(comments(live.text)).toEqual(comments(text))
      const lines = edits.flatMap(({ start, end }) => text.slice(start, end).split('\n'))
      expect(lines.length).toBeLessThanOrEqual(4)
    }),
    { numRuns: 150 },
  )
}, 60_000)

test('two edits of different records converge in either order', () => {
  fc.assert(
    fc.property(anyText, anyStep, words, (text, step, title) => {
      // One edits an operation on the graph, the other the description of the API in the text.
      const drawn = { ...step, kind: 'field' } as const
      const typed = { ...step, kind: 'api', text: title } as const
      const [a, b] = [open(text), open(text)]
      a.drawn(draw(a.definition, drawn))
      write(a, typed)
      write(b, typed)
      b.drawn(draw(b.definition, drawn))
      expect(a.text).toBe(b.text)
      for (const [id, record] of a.definition) expect(sameRecord(record, b.definition.get(id)!)).toBe(true)
    }),
    { numRuns: 100 },
  )
}, 60_000)

test('an operation keeps its id whatever is typed into its verb, its path or its fields', () => {
  fc.assert(
    fc.property(anyText, anyStep, (text, step) => {
      if (step.kind === 'remove' || step.kind === 'add') return
      const named = text.replace(
        /^( +)summary: /gm,
        (line, indent: string, at: number) => `${indent}operationId: op${at}\n${line}`,
      )
      const live = open(named)
      const ids = (definition: Definition) =>
        [...recordsOf(definition, 'method')].map(({ id, operationId }) => `${operationId} ${id}`).sort()
      const before = ids(live.definition)
      write(live, step)
      expect(ids(live.definition)).toEqual(before)
    }),
    { numRuns: 150 },
  )
}, 60_000)
