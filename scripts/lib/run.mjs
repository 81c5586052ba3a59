import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Runs a command in the repository's root and resolves with its exit code; its output goes to ours. With `quiet` only
 * that of a command which failed does, and `onOutput` is told of it as it comes.
 */
export function run(command, args, { env = {}, quiet = false, onOutput = () => {}, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: {
        ...process.env,
        TURBO_TELEMETRY_DISABLED: '1',
        DO_NOT_TRACK: '1',
        CHECKPOINT_DISABLE: '1',
        ...env,
      },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    })
    let output = ''
    const heard = (data) => {
      output += data
      onOutput(output)
    }
    child.stdout?.on('data', heard)
    child.stderr?.on('data', heard)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (quiet && code !== 0) process.stderr.write(output)
      resolve(signal ? 1 : code)
    })
  })
}

/** Like `run`, but a failure ends this script with what failed and what to do. */
export async function must(what, command, args, options) {
  const code = await run(command, args, options)
  if (code === 0) return
  console.error(`\n${what} failed (${[command, ...args].join(' ')} exited with ${code}).`)
  process.exit(1)
}

/** A tool from this repository's node_modules. */
export const bin = (name) => `${root}node_modules/.bin/${name}`
