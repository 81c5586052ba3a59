import {
  type ApiRecord,
  type Definition,
  type Diagnostic,
  type JsonObject,
  parseRecord,
  type RecordId,
  recordsOf,
} from '@penstock/model'
import { toAppError } from '@penstock/errors'
import { readAsOpenApi3 } from '../convert/from-swagger2.ts'
import { detectFormat } from '../format.ts'
import { createIdMaker, naturalName, naturalNames } from '../ids.ts'
import { defaultCompatibility } from '../import-value.ts'
import { keepResidual } from '../import/keep-residual.ts'
import { readRoot } from '../import/read-root.ts'
import type { ImportScope } from '../import/scope.ts'
import { integrationKeys } from '../integration-keys.ts'
import { isObject } from '../json.ts'
import { penstockRoot, readPenstockWords, withoutPenstockWords } from '../penstock-words.ts'
import { pointerOf } from '../pointer.ts'
import { Reporter } from '../report.ts'
import { resolveReference } from '../resolve.ts'
import { type GoneNames, withBack } from './gone-names.ts'
import { formatOf, integrationsSaid } from './live-scope.ts'

export interface LiveRecords {
  readonly records: ReadonlyMap<RecordId, ApiRecord>
  /** What keeps the document from being taken. */
  readonly errors: readonly Diagnostic[]
}

/** What a document that may be edited live is read by. */
export interface LiveReading {
  /** The definition that the text said before: its records keep their ids. */
  readonly definition: Definition
  /** Whether the whole document carries Amazon's extensions. */
  readonly amazon: boolean
  readonly names: ReadonlyMap<string, RecordId>
}

/** How a document is read beside this definition. */
export function readingOf(definition: Definition, whole: JsonObject, gone: GoneNames): LiveReading {
  const [api] = recordsOf(definition, 'api')
  return {
    definition,
    amazon: api?.compatibility === 'aws' || defaultCompatibility(whole) === 'aws',
    names: withBack(namesIn(definition), gone, definition),
  }
}

/** The records that a document, or some of it, says by itself. */
export function readLive(value: JsonObject, { definition, amazon, names }: LiveReading): LiveRecords {
  const detected = detectFormat(value)
  if ('code' in detected) return { records: new Map(), errors: [detected] }
  const { format, version } = detected
  const [api] = recordsOf(definition, 'api')
  if (api && (formatOf(api) === 'swagger2') !== (format === 'swagger2')) {
    const pointer = format === 'swagger2' ? '/swagger' : '/openapi'
    return { records: new Map(), errors: [otherFormat(pointer)] }
  }
  const words = readPenstockWords(value)
  const source = withoutPenstockWords(value)
  const document = format === 'swagger2' ? readAsOpenApi3(value) : value
  const report = new Reporter()
  const scope: ImportScope = {
    id: createIdMaker(names),
    report,
    records: new Map(),
    compatibility: api?.compatibility ?? 'native',
    strict: false,
    apiType: api?.type ?? 'REST',
    basePath: '',
    resolve: (target) => resolveReference(document, target),
  }
  readRoot(scope, document, {
    dialect: format,
    version,
    basepath: 'ignore',
    basePath: api?.basePath,
    existing: undefined,
    standIn: false,
    amazon,
    upstream: undefined,
    lent: [],
  })
  if (!report.failed) keepResidual(scope, source, { format, lent: [], answered: false })
  const errors = report.diagnostics.filter(({ severity }) => severity === 'error')
  const records = new Map(scope.records)
  for (const [id, body] of Object.entries(words?.records ?? {})) {
    try {
      records.set(id, parseRecord({ ...(isObject(body) ? body : {}), id }))
    } catch (thrown) {
      errors.push({
        code: 'invalid-record',
        severity: 'error',
        message: toAppError(thrown).message,
        location: { pointer: pointerOf(penstockRoot, 'records', id) },
      })
    }
  }
  return { records, errors }
}

/** Integrations that operations name by their ids are not theirs to be changed by what they say in full. */
function namesIn(definition: Definition): Map<string, RecordId> {
  const names = naturalNames(definition)
  const says = integrationsSaid(definition)
  for (const [key, id] of integrationKeys(definition)) {
    const name = naturalName('integration', key)
    if (names.get(name) === id && says(id) !== 'in full') names.delete(name)
  }
  return names
}

function otherFormat(pointer: string): Diagnostic {
  return {
    code: 'other-format',
    severity: 'error',
    message: 'A description in Swagger 2.0 can’t become one in OpenAPI 3 by editing it, nor the other way.',
    location: { pointer },
    suggest: 'Export it in the other version and import that.',
  }
}
