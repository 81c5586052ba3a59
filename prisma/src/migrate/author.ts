import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum, type SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import type pg from 'pg'
import { applyMigrations } from './apply.ts'
import { createSchemaEngine } from './engine.ts'
import { migrationsFolder, readSchema } from './folder.ts'

/**
 * The SQL that leads from the existing migrations to schema.prisma; null when they agree. `pool` is an empty database
 * that is thrown away afterwards.
 */
export async function draftMigration(pool: pg.Pool): Promise<string | null> {
  const adapter = readingChars(pool)
  await applyMigrations(pool)
  const schema = readSchema()
  const files = [{ path: 'schema.prisma', content: schema }]
  const engine = await createSchemaEngine(adapter, schema)
  try {
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: migrationsFolder },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    })
    return stdout === null || stdout.includes('This is an empty migration') || stdout.trim() === ''
      ? null
      : stdout
  } finally {
    engine.free()
  }
}

interface RowDescription {
  readonly fields: { name: string; dataTypeID: number }[]
}

/**
 * An adapter that knows the catalog's one-byte type `"char"` (18), which introspection reads and Prisma's adapter
 * refuses: the driver is told text (25), the engine a character.
 */
function readingChars(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  let chars = new Set<string>()
  pool.on('connect', (client) => {
    const { connection } = client as unknown as { connection: NodeJS.EventEmitter }
    connection.prependListener('rowDescription', ({ fields }: RowDescription) => {
      chars = new Set(fields.filter((field) => field.dataTypeID === 18).map((field) => field.name))
      for (const field of fields) if (field.dataTypeID === 18) field.dataTypeID = 25
    })
  })
  const factory = new PrismaPg(pool)
  const connect = factory.connect.bind(factory)
  factory.connect = async () => {
    const adapter = await connect()
    const queryRaw = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query)
      const columnTypes = result.columnTypes.map((type, column) =>
        chars.has(result.columnNames[column]!) ? ColumnTypeEnum.Character : type,
      )
      return { ...result, columnTypes }
    }
    return adapter
  }
  return factory
}
