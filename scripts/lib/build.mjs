import { bin, must } from './run.mjs'

/** Builds what changed since the last build; turbo knows by content. */
export async function build({ quiet = true } = {}) {
  await must('The build', bin('turbo'), ['run', 'build', '--output-logs=errors-only', '--log-prefix=none'], {
    quiet,
  })
}
