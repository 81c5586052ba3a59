import { z } from 'zod'

/** How a node finds one target of an upstream, as one stage calls it. */
export const targetHealthSchema = z.strictObject({
  /** Slug of the API. */
  api: z.string(),
  stage: z.string(),
  /** By its name. */
  upstream: z.string(),
  /** `http://host:port` */
  target: z.string(),
  /**
   * `unhealthy` by its checks; `left_out` because its calls failed; `on_trial` after that, when one call at a time shows
   * whether it stands again.
   */
  state: z.enum(['healthy', 'unhealthy', 'left_out', 'on_trial']),
  /** Milliseconds since the epoch; since when it is not healthy. */
  since: z.number().int().optional(),
  /** Why its last check, or the last of its calls that did, failed; of a target that is not healthy. */
  error: z.string().max(500).optional(),
})
export type TargetHealth = z.infer<typeof targetHealthSchema>

/** All that a node knows of targets. It tells that when it changes, and besides every `healthReportMs`. */
export const healthReportSchema = z.strictObject({
  node: z.string().min(1).max(200),
  targets: z.array(targetHealthSchema).max(50_000),
})
export type HealthReport = z.infer<typeof healthReportSchema>

/** A node that was silent for three times this long is not there. */
export const healthReportMs = 10_000
