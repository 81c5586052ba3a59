import type { RecordId } from '@penstock/model'
import { Link } from '@tanstack/react-router'

/** Leads to a record in the designer. */
export function ShowOnGraph({ slug, record }: { slug: string; record: RecordId }) {
  return (
    <Link
      to="/apis/$slug/design"
      params={{ slug }}
      search={{ selected: record }}
      className="text-accent-fg underline underline-offset-2"
    >
      Show on the graph
    </Link>
  )
}
