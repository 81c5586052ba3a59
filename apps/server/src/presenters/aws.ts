import { awsView } from '@penstock/openapi'
import { recordsOf } from '@penstock/model'
import type { Core } from '../core.ts'

/** The draft in Amazon's vocabulary, for APIs that keep Amazon's behaviour; undefined for others. */
export async function presentAws(
  { drafts }: Core,
  slug: string,
): Promise<ReturnType<typeof awsView> | undefined> {
  const { definition } = await drafts.open(slug)
  const [api] = recordsOf(definition, 'api')
  return api?.compatibility === 'aws' ? awsView(definition) : undefined
}
