import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

const server = process.env['PENSTOCK_SERVER_URL'] ?? 'http://127.0.0.1:9000'

export default defineConfig({
  // The server serves dist/assets at /portal-assets/, the same for every API's portal.
  base: '/portal-assets/',
  plugins: [react(), tailwindcss()],
  resolve: { conditions: ['@penstock/source', ...defaultClientConditions] },
  build: {
    target: 'es2023',
    assetsDir: 'assets',
    rollupOptions: {
      output: {
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
  experimental: {
    // Files are written to dist/assets but their URLs have no such folder.
    renderBuiltUrl: (file) => `/portal-assets/${file.replace(/^assets\//, '')}`,
  },
  server: { port: 9002, proxy: { '/portal-data': server, '/docs': server } },
})
