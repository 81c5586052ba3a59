import { serverAddresses } from '@penstock/openapi/live'
import { YAMLError, parse } from 'yaml'
import { isObject } from '../../app/problem.ts'

const about = ['servers', 'schemes', 'host', 'basePath']

/** Where a description in JSON or YAML says that its API is, without reading all of it; empty while it is half typed. */
export function addressesOfDescription(document: string): string[] {
  const head = document.trimStart().startsWith('{') ? parsed(document, JSON.parse) : headOfYaml(document)
  return isObject(head) ? serverAddresses(head as Parameters<typeof serverAddresses>[0]) : []
}

/** Large YAML takes seconds to parse: only the blocks that tell are. */
function headOfYaml(document: string): unknown {
  return parsed(about.map((key) => blockOf(document, key)).join('\n'), parse)
}

function blockOf(document: string, key: string): string {
  const start = new RegExp(`^${key}:`, 'm').exec(document)
  if (!start) return ''
  const rest = document.slice(start.index)
  // The items of a list may stand as far left as its name.
  const end = /\n(?![\s#-])/.exec(rest)
  return rest.slice(0, end?.index)
}

function parsed(text: string, read: (text: string) => unknown): unknown {
  try {
    return read(text)
  } catch (error) {
    // The import says what is wrong with it.
    if (error instanceof SyntaxError || error instanceof YAMLError) return null
    throw error
  }
}
