import { Prisma } from '@penstock/prisma'

/**
 * Queries for the hashes of content that nothing names, so many of them at most. All names are split once and
 * subtracted: the database can't hash the names of a `not in (…)`, and would look through all of them for each row.
 */
export const unnamedContent = {
  snapshots: (limit: number) => Prisma.sql`
    select s.root from snapshots s
    where not exists (select from deployments d where d.snapshot_root = s.root)
      and not exists (select from deploy_requests r where r.snapshot_root = s.root)
      and not exists (select from held_plans h where h.snapshot_root = s.root) limit ${limit}::int`,
  buckets: (limit: number) => Prisma.sql`
    with named as materialized (
      select split_part(line, ' ', 2) as hash from snapshots, regexp_split_to_table(buckets, E'\\n') line)
    select hash from manifest_buckets except select hash from named limit ${limit}::int`,
  bodies: (limit: number) => Prisma.sql`
    with named as materialized (
      select split_part(line, ' ', 2) as hash from manifest_buckets, regexp_split_to_table(entries, E'\\n') line
      union select hash from draft_records)
    select hash from record_bodies except select hash from named limit ${limit}::int`,
}
