import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

// In development the console runs on a port of its own and sends everything else to the server. The host stays as the
// browser wrote it: the server compares it with the Origin and refuses what comes from another site.
const server = { target: process.env['PENSTOCK_SERVER_URL'] ?? 'http://127.0.0.1:9000', changeOrigin: false }

/** The bundler appends the names of all that share it. */
const shared = 'shared'

export default defineConfig({
  plugins: [react(), tailwindcss()],
  resolve: { conditions: ['@penstock/source', ...defaultClientConditions] },
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        // What several screens share goes into few files. Left to itself the bundler makes sixty, the smallest of two
        // hundred bytes, and a browser fetches six at a time: the designer's would wait behind its own icons (bench: open).
        codeSplitting: {
          groups: [
            { name: 'start', tags: ['$initial'], priority: 2 },
            { name: shared, minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 30_000 },
          ],
        },
        chunkFileNames: ({ name }) => `assets/${name.startsWith(shared) ? shared : '[name]'}-[hash].js`,
      },
    },
  },
  server: { port: 9001, proxy: { '/trpc': server, '/api/': server, '/portal': server, '/docs': server } },
})
