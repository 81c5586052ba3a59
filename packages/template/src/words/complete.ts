import { listMethods } from '../functions/list.ts'
import { mapMethods } from '../functions/map.ts'
import type { Method, MethodTable } from '../functions/method.ts'
import { stringMethods } from '../functions/string.ts'
import { utilMethods } from '../functions/util.ts'
import { inputMethods } from '../scope/input.ts'
import { contextWords } from './context-words.ts'
import { directives } from './directives.ts'

/** Something that may stand where the cursor is. */
export interface TemplateWord {
  readonly label: string
  readonly kind: 'variable' | 'property' | 'method' | 'directive'
  /** What is inserted; `$1`, `${1:name}` and `$0` are places to fill in. */
  readonly insert: string
  /** What it takes: `(path)`, `(0 to 1 arguments)`. */
  readonly detail: string
  readonly doc: string
}

export interface TemplateWords {
  /** Where the word that is being typed begins; what is chosen replaces it up to the cursor. */
  readonly start: number
  readonly words: readonly TemplateWord[]
}

/**
 * What may be typed at an offset of a template, from the same tables by which templates are run. Null where text is
 * typed.
 */
export function completeTemplate(
  source: string,
  offset: number,
  stageVariables: readonly string[] = [],
): TemplateWords | null {
  const before = source.slice(Math.max(0, offset - 500), offset)
  const directive = /(?:^|[^\\#])#\{?([a-z]*)$/.exec(before)
  if (directive) return { start: offset - directive[1]!.length, words: directiveWords }
  const reference = /\$!?\{?([A-Za-z][\w.]*(?:\([^()]*\)[\w.]*)*)?$/.exec(before)
  if (!reference) return null
  const typed = reference[1] ?? ''
  const dot = typed.lastIndexOf('.')
  const start = offset - (typed.length - dot - 1)
  if (dot < 0) return { start, words: rootWords(source) }
  return { start, words: memberWords(typed.slice(0, dot), stageVariables) }
}

const directiveWords: readonly TemplateWord[] = directives.map(({ name, insert, doc }) => ({
  label: name,
  kind: 'directive',
  insert,
  detail: '',
  doc,
}))

const roots: Readonly<Record<string, string>> = {
  input: 'The request (or the integration’s answer): body and parameters.',
  util: 'Converts texts: JSON, URLs, base64.',
  context: 'What the gateway knows of the request.',
  stageVariables: 'The variables of the stage.',
}

function rootWords(source: string): TemplateWord[] {
  const own = new Set<string>()
  for (const [, name] of source.matchAll(/#(?:set|foreach)\s*\(\s*\$!?\{?([A-Za-z]\w*)/g)) own.add(name!)
  return [
    ...Object.entries(roots).map(([label, doc]) => word('variable', label, doc)),
    ...[...own].map((label) => word('variable', label, 'A variable of this template.')),
  ]
}

function memberWords(owner: string, stageVariables: readonly string[]): readonly TemplateWord[] {
  const [root = '', ...path] = owner.split('.')
  if (owner === 'input')
    return [word('property', 'body', 'The whole body as text.'), ...methodWords(inputMethods, inputArguments)]
  if (owner === 'util') return methodWords(utilMethods)
  if (owner === 'stageVariables')
    return stageVariables.map((name) => word('property', name, 'A variable of the stage.'))
  if (root === 'context') return contextMembers(path)
  return unknownMembers
}

function contextMembers(path: readonly string[]): TemplateWord[] {
  const prefix = path.map((part) => `${part}.`).join('')
  return Object.entries(contextWords)
    .filter(([name]) => name.startsWith(prefix) && !name.slice(prefix.length).includes('.'))
    .map(([name, doc]) => word('property', name.slice(prefix.length), doc))
}

/** What an argument of `$input` looks like, to be typed over. */
const inputArguments: ReadonlyMap<string, string> = new Map([
  ['json', "'${1:\\$}'"],
  ['path', "'${1:\\$}'"],
  ['params', "'${1:name}'"],
])

function methodWords(
  table: MethodTable<never>,
  given: ReadonlyMap<string, string> = new Map(),
): TemplateWord[] {
  return [...table.values()].map((method) => methodWord(method, given.get(method.name)))
}

function methodWord({ name, arity: [fewest, most], doc }: Method<never>, given?: string): TemplateWord {
  const count = fewest === most ? String(fewest) : `${fewest} to ${most}`
  const detail = most === 0 ? '()' : `(${count} ${count === '1' ? 'argument' : 'arguments'})`
  const inside = given ?? (fewest === 0 ? '' : '$1')
  return {
    label: name,
    kind: 'method',
    insert: most === 0 ? `${name}()` : `${name}(${inside})$0`,
    detail,
    doc,
  }
}

function word(kind: TemplateWord['kind'], label: string, doc: string): TemplateWord {
  return { label, kind, insert: label, detail: '', doc }
}

/** A value may be a text, a list or a map: what it is is only known when the template runs. */
const unknownMembers: readonly TemplateWord[] = [
  ...new Map(
    [...methodWords(stringMethods), ...methodWords(listMethods), ...methodWords(mapMethods)].map((each) => [
      each.label,
      each,
    ]),
  ).values(),
]
