import { defineConfig } from 'prisma/config'

// No url here: the client connects through a driver adapter. `prisma migrate deploy` reads DATABASE_URL.
export default defineConfig({
  schema: 'schema.prisma',
  migrations: { path: 'migrations' },
  ...(process.env.DATABASE_URL ? { datasource: { url: process.env.DATABASE_URL } } : {}),
})
