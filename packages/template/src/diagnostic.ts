/** What is wrong with a template, where, and what would mend it. Lines and columns count from 1. */
export interface TemplateDiagnostic {
  /** Stable, kebab-case, e.g. `template-syntax`. */
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly message: string
  readonly line: number
  readonly column: number
  readonly suggest?: string
}

/** Leaves the parser at the first thing it can't read; `compileTemplate` turns it into a diagnostic. */
export class TemplateSyntaxError extends Error {
  readonly offset: number
  readonly suggest: string | undefined
  readonly code: string

  constructor(message: string, offset: number, suggest?: string, code = 'template-syntax') {
    super(message)
    this.name = 'TemplateSyntaxError'
    this.offset = offset
    this.suggest = suggest
    this.code = code
  }
}
