import { bin, must } from './run.mjs'

/** Builds what changed since the last build; turbo knows by content. Says so when there is something to build. */
export async function build({ quiet = true } = {}) {
  let isSaid = false
  const onOutput = (output) => {
    if (isSaid || !output.includes('cache miss')) return
    isSaid = true
    console.log('Building what changed; the first time this takes half a minute …')
  }
  // These logs name each task as it begins, where "errors-only" says nothing until one fails.
  await must('The build', bin('turbo'), ['run', 'build', '--output-logs=new-only', '--log-prefix=none'], {
    quiet,
    onOutput,
  })
}
