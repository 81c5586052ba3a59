/** Looks a reference up, e.g. `$context.error.message`; undefined when there is no such value. */
export type Lookup = (reference: string) => string | undefined

const reference =
  /\$util\.escapeJavaScript\(\s*(\$(?:context|stageVariables)\.[\w.-]*\w)\s*\)|\$\{?((?:context|stageVariables)\.[\w.-]*\w)\}?|\$?\b(method\.request\.(?:header|querystring|path)\.[\w-]+)/g

/**
 * Fills a gateway response's template. Amazon does not run VTL here: `$context.*`, `$stageVariables.*` and
 * `method.request.*` are replaced, what is unknown becomes empty (aws-semantics §1.8).
 */
export function substitute(template: string, lookup: Lookup): string {
  return template.replace(reference, (_, escaped?: string, variable?: string, parameter?: string) => {
    if (escaped !== undefined) return JSON.stringify(lookup(escaped.slice(1)) ?? '').slice(1, -1)
    return lookup(variable ?? parameter ?? '') ?? ''
  })
}
