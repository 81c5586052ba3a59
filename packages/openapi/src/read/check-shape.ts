import { AppError } from '@penstock/errors'
import type { Diagnostic } from '@penstock/model'
import { escapeToken } from '../pointer.ts'
import type { ReadLimits } from './read-document.ts'

/**
 * Refuses what would hurt later code: nesting that overflows the stack, YAML values that JSON has no word for, anchors
 * that contain themselves, and alias bombs. Shared YAML nodes are walked once but counted at every place they expand
 * to, so a bomb is found without being expanded. Throws IMPORT_TOO_COMPLEX.
 */
export function checkShape(root: unknown, limits: ReadLimits): Diagnostic | undefined {
  const sizes = new Map<object, number>()
  const open = new Set<object>()
  const countsAliases = Number.isFinite(limits.nodes)
  let found: Diagnostic | undefined

  const visit = (value: unknown, pointer: () => string, depth: number): number => {
    if (typeof value !== 'object' || value === null) {
      if (typeof value === 'number' && !Number.isFinite(value)) found ??= notJson(pointer(), String(value))
      return 1
    }
    if (depth > limits.depth) {
      found ??= tooDeep(limits.depth)
      return 1
    }
    if (countsAliases) {
      const known = sizes.get(value)
      if (known !== undefined) return known
      if (open.has(value)) {
        found ??= circular(pointer())
        return 1
      }
      open.add(value)
    }
    let size = 1
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length && !found; i++) {
        size += visit(value[i], () => `${pointer()}/${i}`, depth + 1)
      }
    } else {
      const object = value as Record<string, unknown>
      for (const key of Object.keys(object)) {
        if (found) break
        size += visit(object[key], () => `${pointer()}/${escapeToken(key)}`, depth + 1)
      }
    }
    if (countsAliases) {
      open.delete(value)
      sizes.set(value, size)
      if (size > limits.nodes) throw new AppError('IMPORT_TOO_COMPLEX', { params: { limit: limits.nodes } })
    }
    return size
  }
  visit(root, () => '', 0)
  return found
}

function tooDeep(limit: number): Diagnostic {
  return {
    code: 'too-deep',
    severity: 'error',
    message: `Invalid OpenAPI input. The document is nested deeper than ${limit} levels.`,
    location: { pointer: '' },
  }
}

function circular(pointer: string): Diagnostic {
  return {
    code: 'circular-alias',
    severity: 'error',
    message: 'Invalid OpenAPI input. A YAML anchor contains itself.',
    location: { pointer },
    suggest: 'Use $ref for a schema that refers to itself.',
  }
}

function notJson(pointer: string, value: string): Diagnostic {
  return {
    code: 'not-json',
    severity: 'error',
    message: `Invalid OpenAPI input. ${value} is not a JSON number.`,
    location: { pointer },
  }
}
