import { jsonDefaults } from 'monaco-editor/languages/features/json/register'
// oxlint-disable-next-line import/default -- the bundler makes this module: the worker's constructor
import JsonWorker from 'monaco-editor/languages/features/json/json.worker?worker'
import type { Diagnostic } from '@penstock/model'
import { useMemo } from 'react'
import { placeOfPath } from '../app/place-of-path.ts'
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

type Path = readonly (string | number)[]

/** What is wrong with a part of a schema. */
export interface SchemaProblem extends Pick<Diagnostic, 'severity' | 'message'> {
  readonly path: Path
}

export interface SchemaEditorProps extends Omit<TextEditorProps, 'markers' | 'wanted'> {
  dialect: SchemaDialect
  /** Marked where they are. */
  problems: readonly SchemaProblem[]
  /** The part of the schema where somebody wants to be. */
  wantedPath: Path | null
}

/** A JSON schema of an API: keywords offered and held to what the API's version of OpenAPI has. */
export function SchemaEditor({ dialect, problems, wantedPath, ...props }: SchemaEditorProps) {
  const { value } = props
  const markers = useMemo(
    () =>
      problems.map(({ path, severity, message }) => {
        const { line, column, start, end } = placeOfPath(value, path)
        return { severity, message, line, column, length: end - start }
      }),
    [problems, value],
  )
  const wanted = useMemo(() => wantedPath && placeOfPath(value, wantedPath), [wantedPath, value])
  return (
    <TextEditor
      {...props}
      language="json"
      path={`schema.${dialect}.json`}
      markers={markers}
      wanted={wanted}
    />
  )
}
