import { type Definition, definitionOf } from '@penstock/model'
import type { DeploymentView } from '@penstock/server'
import { useEffect, useRef, useState } from 'react'
import { trpcClient } from '../../../app/trpc.ts'
import { applyDifference } from './apply-difference.ts'

export interface HeldContent {
  readonly id: string
  /** Names the content: deployments may share it. */
  readonly content: string
  readonly definition: Definition
}

/** Contents are held at most: they share the records that they have in common. */
const heldMax = 40

/**
 * The content of a deployment; while another is loaded, the one before. All of the first is loaded, and of every other
 * only what differs from what is at hand.
 */
export function useContent(
  slug: string,
  shown: Pick<DeploymentView, 'id' | 'content'> | undefined,
): { readonly held: HeldContent | null; readonly error: unknown; readonly retry: () => void } {
  const [held, setHeld] = useState<HeldContent | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [attempt, setAttempt] = useState(0)
  const known = useRef(new Map<string, HeldContent>())
  const id = shown?.id
  const content = shown?.content
  useEffect(() => {
    if (id === undefined || content === undefined) return undefined
    let isOver = false
    const show = (next: HeldContent) => {
      if (isOver) return
      known.current.delete(next.content)
      known.current.set(next.content, next)
      for (const oldest of known.current.keys()) {
        if (known.current.size <= heldMax) break
        known.current.delete(oldest)
      }
      setError(null)
      setHeld(next)
    }
    const same = known.current.get(content)
    if (same) show({ ...same, id })
    else
      load(slug, id, [...known.current.values()].at(-1)).then(
        (definition) => show({ id, content, definition }),
        (thrown: unknown) => {
          if (!isOver) setError(thrown)
        },
      )
    return () => {
      isOver = true
    }
  }, [slug, id, content, attempt])
  return { held, error, retry: () => setAttempt((count) => count + 1) }
}

async function load(slug: string, id: string, from: HeldContent | undefined): Promise<Definition> {
  if (!from) {
    const { records } = await trpcClient.deployments.content.query({ slug, deployment: id })
    return definitionOf(records)
  }
  const { put, removed } = await trpcClient.deployments.difference.query({ slug, from: from.id, to: id })
  return applyDifference(from.definition, put, removed)
}
