/** The title of a description in JSON or YAML, as far as it can be told without reading all of it; else null. */
export function titleOfDescription(document: string): string | null {
  return document.trimStart().startsWith('{') ? titleOfJson(document) : titleOfYaml(document)
}

function titleOfJson(document: string): string | null {
  try {
    const { info } = JSON.parse(document) as { info?: { title?: unknown } | null }
    return typeof info?.title === 'string' ? info.title : null
  } catch (error) {
    // What is half typed has no title yet; the import says what is wrong with it.
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Large YAML takes seconds to parse: only the block of `info` is looked at. */
function titleOfYaml(document: string): string | null {
  const start = /^info:[ \t]*(?:#.*)?\r?$/m.exec(document)
  if (!start) return null
  const rest = document.slice(start.index + start[0].length)
  const block = rest.slice(0, /^[^\s#]/m.exec(rest)?.index)
  const value = /^[ \t]+title:[ \t]*(.+?)[ \t]*\r?$/m.exec(block)?.[1]
  if (value === undefined) return null
  const quoted = /^(["'])(.*)\1/.exec(value)?.[2]
  return quoted ?? value.replace(/\s#.*$/, '')
}
