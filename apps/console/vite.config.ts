import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

// In development the console runs on a port of its own and sends everything else to the server. The host stays as the
// browser wrote it: the server compares it with the Origin and refuses what comes from another site.
const server = { target: process.env['PENSTOCK_SERVER_URL'] ?? 'http://127.0.0.1:9000', changeOrigin: false }

export default defineConfig({
  plugins: [react(), tailwindcss()],
  resolve: { conditions: ['@penstock/source', ...defaultClientConditions] },
  worker: { format: 'es' },
  build: { target: 'es2023', chunkSizeWarningLimit: 1200 },
  server: { port: 9001, proxy: { '/trpc': server, '/api/': server, '/portal': server, '/docs': server } },
})
