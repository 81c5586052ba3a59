import type { Resource } from './kinds/resource.ts'
import { resourceTree } from './paths.ts'
import type { Definition } from './records.ts'

/**
 * Whether a path, with or without a query, is of a resource with methods. Which of them answers it is for the gateway's
 * router to say: this only tells a path that may be meant from one that can't be.
 */
export function hasPath(definition: Definition, path: string): boolean {
  const { root, children, methods } = resourceTree(definition)
  if (!root) return false
  let level: readonly Resource[] = [root]
  for (const segment of path.split('?', 1)[0]!.split('/').filter(Boolean)) {
    const below = level.flatMap(({ id }) => children.get(id) ?? []).filter((one) => takes(one, segment))
    if (below.some(({ id, pathPart }) => isGreedy(pathPart) && methods.has(id))) return true
    level = below
  }
  return level.some(({ id }) => methods.has(id))
}

function takes({ pathPart }: Resource, segment: string): boolean {
  return pathPart === segment || pathPart.includes('{')
}

function isGreedy(pathPart: string): boolean {
  return pathPart.endsWith('+}')
}
