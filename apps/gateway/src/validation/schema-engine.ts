import type { CodeKeywordDefinition, ValidateFunction } from 'ajv'
import type { DataValidationCxt } from 'ajv/dist/types/index.js'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { AnySchema, CurrentOptions, ErrorObject } from 'ajv/dist/core.js'
import { callRef } from 'ajv/dist/vocabularies/core/ref.js'
import type { Budget } from './budget.ts'
import { addLinearFormats } from './formats.ts'
import { metered } from './metered.ts'
import { patternOf } from './pattern.ts'
import { uniqueItems } from './unique-items.ts'

export type { AnySchema, ErrorObject, ValidateFunction }

function optionsFor(detailed: boolean, budget: Budget): CurrentOptions {
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
    code: { regExp: meteredPatterns(budget), optimize: false },
    allErrors: detailed,
    // Whoever tells what failed asks for the value and the schema.
    verbose: true,
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
  const engine = plainEngine(detailed, budget)
  // Nothing here looks at what was judged before, and noting it down is half of the work.
  engine.opts.unevaluated = false
  engine.removeKeyword('$ref')
  engine.addKeyword(referenceKeyword(find))
  return metered(engine, budget, { noting: false })
}

/**
 * An engine for schemas with `unevaluatedProperties` or `unevaluatedItems`, which look at what schemas behind
 * references have judged: these are compiled together.
 */
export function wholeEngine(detailed: boolean, budget: Budget): Ajv2020 {
  return metered(plainEngine(detailed, budget), budget, { noting: true })
}

function plainEngine(detailed: boolean, budget: Budget): Ajv2020 {
  const engine = new Ajv2020(optionsFor(detailed, budget))
  addLinearFormats(engine)
  engine.removeKeyword('uniqueItems')
  engine.addKeyword(uniqueItems(budget))
  return engine
}

/** How the generated code makes a pattern; `code` is for code that is written to files, which ours never is. */
function meteredPatterns(budget: Budget) {
  const regExp = (source: string) => {
    const pattern = patternOf(source)
    return {
      test(text: string) {
        budget.spend(pattern.cost(text))
        return pattern.test(text)
      },
      toString: () => source,
    }
  }
  return Object.assign(regExp, { code: 'meteredPatterns' })
}

function referenceKeyword(find: (key: string) => ValidateFunction): CodeKeywordDefinition {
  return {
    keyword: '$ref',
    schemaType: 'string',
    code(cxt) {
      const key = cxt.schema as string
      const call = (data: unknown, place?: DataValidationCxt): boolean => {
        const validate = find(key)
        if (validate(data, place) === true) return true
        call.errors = validate.errors ?? []
        return false
      }
      call.errors = [] as Partial<ErrorObject>[]
      callRef(cxt, cxt.gen.scopeValue('validate', { ref: call }))
    },
  }
}
