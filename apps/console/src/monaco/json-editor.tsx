import { jsonDefaults } from 'monaco-editor/languages/features/json/register'
// oxlint-disable-next-line import/default -- the bundler makes this module: the worker's constructor
import JsonWorker from 'monaco-editor/languages/features/json/json.worker?worker'
import { addLanguageWorker } from './setup.ts'
import { type SchemaDialect, schemaOfSchemas } from './schema-of-schemas.ts'
import { TextEditor, type TextEditorProps } from './text-editor.tsx'

addLanguageWorker('json', () => new JsonWorker())

const dialects: readonly SchemaDialect[] = ['oas31', 'oas30', 'swagger2']
jsonDefaults.setDiagnosticsOptions({
  validate: true,
  allowComments: false,
  enableSchemaRequest: false,
  schemas: dialects.map((dialect) => ({
    uri: `penstock:///${dialect}.json`,
    fileMatch: [`*.${dialect}.json`],
    schema: schemaOfSchemas(dialect),
  })),
})

/** A JSON schema of an API: keywords offered and held to what the API's version of OpenAPI has. */
export function SchemaEditor({ dialect, ...props }: TextEditorProps & { dialect: SchemaDialect }) {
  return <TextEditor {...props} language="json" path={`schema.${dialect}.json`} />
}
