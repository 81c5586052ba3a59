import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

/** Runs a command in the repository's root and resolves with its exit code; its output goes to ours. */
export function run(command, args, { env = {}, quiet = false, cwd = root } = {}) {
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
    child.stdout?.on('data', (data) => (output += data))
    child.stderr?.on('data', (data) => (output += data))
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
