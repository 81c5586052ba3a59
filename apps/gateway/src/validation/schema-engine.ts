import type { FuncKeywordDefinition, ValidateFunction } from 'ajv'
import type { DataValidateFunction, DataValidationCxt } from 'ajv/dist/types/index.js'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { AnySchema, CurrentOptions, ErrorObject } from 'ajv/dist/core.js'
import addFormats from 'ajv-formats'
import type { Budget } from './budget.ts'
import { patternOf } from './pattern.ts'
import { uniqueItems } from './unique-items.ts'

export type { AnySchema, ErrorObject, ValidateFunction }

/** How the generated code makes a pattern; `code` is for code that is written to files, which ours never is. */
const regExp = Object.assign((source: string) => patternOf(source), { code: 'patternOf' })

function optionsFor(detailed: boolean): CurrentOptions {
  return {
    // The build of a bundle left only what is known and well formed.
    strict: false,
    validateSchema: false,
    meta: false,
    addUsedSchema: false,
    inlineRefs: false,
    logger: false,
    // `{"constructor": …}` is a member like any other, and no object has it by itself.
    ownProperties: true,
    // 19.99 is a multiple of 0.01, whatever the arithmetic of floats makes of it.
    multipleOfPrecision: 9,
    unicodeRegExp: false,
    // Its optimiser makes code that is no faster and takes four times as long to make.
    code: { regExp, optimize: false },
    allErrors: detailed,
    verbose: detailed,
  }
}

/**
 * An engine that compiles one schema at a time: a `$ref` calls what `find` answers when data gets there, so that
 * nothing is compiled before it is needed, however many schemas lead to each other.
 */
export function schemaEngine(
  detailed: boolean,
  budget: Budget,
  find: (key: string) => ValidateFunction,
): { compile(schema: AnySchema): ValidateFunction } {
  const engine = wholeEngine(detailed)
  // Nothing here looks at what was judged before, and noting it down is half of the work.
  engine.opts.unevaluated = false
  engine.removeKeyword('$ref')
  engine.addKeyword(referenceKeyword(budget, find))
  return engine
}

/**
 * An engine for schemas with `unevaluatedProperties` or `unevaluatedItems`, which look at what schemas behind
 * references have judged: these are compiled together.
 */
export function wholeEngine(detailed: boolean): Ajv2020 {
  const engine = new Ajv2020(optionsFor(detailed))
  addFormats.default(engine)
  engine.removeKeyword('uniqueItems')
  engine.addKeyword(uniqueItems)
  return engine
}

function referenceKeyword(budget: Budget, find: (key: string) => ValidateFunction): FuncKeywordDefinition {
  return {
    keyword: '$ref',
    schemaType: 'string',
    // What it finds has its own words and places.
    errors: 'full',
    compile(key: string) {
      const call: DataValidateFunction = (data: unknown, place?: DataValidationCxt) => {
        budget.spend()
        const validate = find(key)
        if (validate(data, place) === true) return true
        call.errors = validate.errors ?? []
        return false
      }
      return call
    },
  }
}
