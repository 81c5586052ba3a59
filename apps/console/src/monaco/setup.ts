// oxlint-disable-next-line import/default -- the bundler makes this module: the worker's constructor
import EditorWorker from 'monaco-editor/editor/editor.worker?worker'
import 'monaco-editor/features/register.all'
import 'monaco-editor/languages/definitions/yaml/register'

const workers = new Map<string, () => Worker>()

self.MonacoEnvironment = { getWorker: (_module, label) => workers.get(label)?.() ?? new EditorWorker() }

/** Has a language checked by a worker of its own; the others share one that only compares texts. */
export function addLanguageWorker(language: string, createWorker: () => Worker): void {
  workers.set(language, createWorker)
}

/** How every text is set. */
export const textOptions = {
  automaticLayout: true,
  renderLineHighlight: 'none',
  overviewRulerLanes: 0,
  scrollbar: { useShadows: false },
  fontFamily: 'JetBrains Mono Variable, monospace',
  fontSize: 12.5,
  lineHeight: 20,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  stickyScroll: { enabled: false },
  padding: { top: 8, bottom: 8 },
} as const
