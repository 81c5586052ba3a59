import { compileTemplate, type Template } from '@penstock/template'
import { Failure, type Phase } from '../failure.ts'
import { mediaType } from '../headers.ts'
import type { RequestInputs } from './request-inputs.ts'

type Rendered = ReturnType<Template['render']>

/** A compiled template, or what is wrong with it: a broken one fails the calls that need it and no others. */
interface Compiled {
  readonly type: string
  readonly source: string
  readonly template: Template | null
  readonly problem: string
}

/** The templates of one side of an integration, by media type, in the order of the definition. */
export class TemplateSet {
  readonly #templates: readonly Compiled[]

  constructor(sources: Readonly<Record<string, string>> | undefined) {
    this.#templates = Object.entries(sources ?? {}).map(([type, source]) => {
      const { template, diagnostics } = compileTemplate(source)
      const first = diagnostics[0]
      const problem = first
        ? `line ${first.line}, column ${first.column}: ${first.message}`
        : 'it does not compile'
      return { type, source, template, problem }
    })
  }

  get isEmpty(): boolean {
    return this.#templates.length === 0
  }

  /** By the request's Content-Type (absent: JSON), then `$default` (aws-semantics §1.4). */
  forRequest(contentType: string | undefined): Compiled | null {
    const wanted = mediaType(contentType) ?? 'application/json'
    return this.#find(wanted) ?? this.#find('$default') ?? null
  }

  /** By the first type of Accept (absent: JSON), then JSON, then the first template there is. */
  forResponse(accept: string | undefined): Compiled | null {
    const wanted = mediaType(accept?.split(',')[0]) ?? 'application/json'
    return this.#find(wanted) ?? this.#find('application/json') ?? this.#templates[0] ?? null
  }

  #find(type: string): Compiled | undefined {
    return this.#templates.find((template) => template.type.toLowerCase() === type)
  }
}

/** Renders with the request's parameters; `body` is the request's for a request template, the answer's for the other. */
export function render(compiled: Compiled, inputs: RequestInputs, body: string, phase: Phase): Rendered {
  const name = `template for ${compiled.type}`
  if (compiled.template === null)
    throw new Failure('MAPPING_FAILED', { phase, reason: `the ${name} is broken: ${compiled.problem}` })
  const scope = {
    body,
    // Most templates ask for none.
    get params() {
      return inputs.params
    },
    stageVariables: inputs.stageVariables,
    context: inputs.variables,
  }
  const { inspector } = inputs.context
  try {
    const rendered = compiled.template.render(scope)
    inspector?.rendered(compiled, scope, rendered.output)
    return rendered
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    inspector?.rendered(compiled, scope, null)
    throw new Failure('MAPPING_FAILED', { phase, reason: `the ${name} failed: ${reason}`, cause })
  }
}
