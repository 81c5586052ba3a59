import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tooling/longest-first.ts'

// Workspace packages are read from source through this export condition, so tests need no build.
const conditions = ['@penstock/source']
const source = { resolve: { conditions }, ssr: { resolve: { conditions } } }

export default defineConfig({
  ...source,
  test: {
    // Most of the time they wait for processes and sockets, so every core has a worker; Vitest would leave one out.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        ...source,
        test: {
          name: 'unit',
          // They share no state, so that each worker loads the code once instead of once for each file: a third of the time.
          isolate: false,
          include: ['{apps,packages}/*/src/**/*.test.{ts,tsx}', 'prisma/src/**/*.test.ts'],
          exclude: ['**/*.integration.test.ts', '**/node_modules/**', '**/dist/**'],
          // Only what hangs shall fail by time: a property runs as long as the machine is slow.
          testTimeout: 60_000,
          // What is said in colours is compared without them; CI would turn them on.
          env: { NO_COLOR: '1' },
        },
      },
      {
        ...source,
        test: {
          name: 'integration',
          include: ['{apps,packages}/*/src/**/*.integration.test.ts', 'prisma/src/**/*.integration.test.ts'],
          env: { NO_COLOR: '1' },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...source,
        test: {
          // What is to be fallen back on has to stand: the gateway on Node.js's server and undici, but for what runs on both.
          name: 'node-core',
          include: ['apps/gateway/src/**/*.integration.test.ts'],
          exclude: [
            'apps/gateway/src/wire/**',
            'apps/gateway/src/functions/{streaming,function-pool}.integration.test.ts',
            'apps/gateway/src/workers/**',
            'apps/gateway/src/integrations/function/lambda-stream.integration.test.ts',
          ],
          env: { NO_COLOR: '1', PENSTOCK_GATEWAY_HTTP: 'node' },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
