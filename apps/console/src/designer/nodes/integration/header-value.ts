const place =
  /^(?:integration\.response\.(?:(?:multivalue)?header\.[^\s']+|body(?:[.[][^\s']*)?)|(?:context|stageVariables)\.[^\s']+)$/

/** A mapping expression as it is typed: fixed text without the quotes that Amazon puts around it. */
export function textOfExpression(expression: string): string {
  const fixed = /^'(.*)'$/s.exec(expression)?.[1]
  // Text that reads like a place keeps its quotes, or it would be taken for that place.
  return fixed === undefined || place.test(fixed) ? expression : fixed
}

/** What was typed as a mapping expression: a place that a value is taken from, else fixed text. */
export function expressionOf(text: string): string {
  return place.test(text) || /^'.*'$/s.test(text) ? text : `'${text}'`
}
