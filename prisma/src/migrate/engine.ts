import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'

/** Members that wasm-bindgen generates for its own loader and leaves out of the declarations. */
const { __wbg_set_wasm: setWasm } = glue as unknown as {
  __wbg_set_wasm: (exports: WebAssembly.Exports) => void
}

/** Where the engine leaves the words of a panic before it traps; it looks for them under this global name. */
const panics = {
  message: '',
  set_message(message: string) {
    panics.message = message
  },
}

let ready = false

/**
 * Prisma's schema engine, compiled to WebAssembly, over an ordinary connection: the native one would have to be
 * downloaded. Node 20 can't import `.wasm`, so the module is put together by hand.
 */
export async function createSchemaEngine(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  schema: string,
): Promise<SchemaEngine> {
  if (!ready) {
    Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panics })
    const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm')
    const module = new WebAssembly.Module(readFileSync(entry.replace(/\.js$/, '_bg.wasm')))
    const imports = { './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports }
    const { exports } = new WebAssembly.Instance(module, imports)
    setWasm(exports)
    const start = exports.__wbindgen_start
    if (typeof start === 'function') start()
    ready = true
  }
  const bound = bindMigrationAwareSqlAdapterFactory(adapter)
  return glue.SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, () => {}, bound)
}
