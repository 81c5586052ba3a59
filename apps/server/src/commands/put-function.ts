import { type Function_, newId, recordsOf } from '@penstock/model'
import { changeDraft } from './change-draft.ts'
import type { CommandContext } from './context.ts'

export interface PutFunctionInput {
  readonly slug: string
  readonly name: string
  readonly code: string
  readonly handler?: string | undefined
  readonly timeoutMs?: number | undefined
  readonly memoryMb?: number | undefined
  readonly environment?: Readonly<Record<string, string>> | undefined
}

/** Creates or replaces a function of the draft, found by its name. It reaches traffic by deploying. */
export async function putFunction(
  context: CommandContext,
  { slug, name, code, handler, timeoutMs, memoryMb, environment }: PutFunctionInput,
): Promise<{ id: string; version: number }> {
  let id = ''
  const draft = await changeDraft(context, {
    slug,
    action: 'put-function',
    changeId: 'put-function',
    decide({ definition }) {
      const existing = [...recordsOf(definition, 'function')].find((fn) => fn.name === name)
      id = existing?.id ?? newId('function')
      const record: Function_ = {
        kind: 'function',
        id,
        name,
        code,
        ...(handler === undefined ? {} : { handler }),
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
        ...(memoryMb === undefined ? {} : { memoryMb }),
        ...(environment === undefined ? {} : { environment }),
      }
      return { put: [{ record }], removed: [] }
    },
  })
  return { id, version: draft.version }
}
