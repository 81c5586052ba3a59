// First: what the editor can do is registered before it is asked for anything.
import './setup.ts'
import { editor } from 'monaco-editor/editor'

/** Our colours for texts and their comparison, as hexadecimal numbers because the editor reads no others (tokens.css). */
editor.defineTheme('penstock-light', {
  base: 'vs',
  inherit: true,
  rules: [
    { token: '', foreground: '161e22' },
    { token: 'type', foreground: '006060' },
    { token: 'string', foreground: '065da0' },
    { token: 'number', foreground: '6c44a4' },
    { token: 'keyword', foreground: '6c44a4' },
    { token: 'comment', foreground: '5a6267' },
  ],
  colors: {
    'editor.background': '#ffffff',
    'editor.lineHighlightBorder': '#00000000',
    'editorLineNumber.foreground': '#626a6f',
    'editorLineNumber.activeForeground': '#485156',
    'editorLineNumber.dimmedForeground': '#626a6f',
    'editorGutter.background': '#ffffff',
    'editorWidget.background': '#ffffff',
    'editorWidget.border': '#d5dcde',
    'editorSuggestWidget.foreground': '#161e22',
    'editorSuggestWidget.selectedBackground': '#dff2f0',
    'editorSuggestWidget.selectedForeground': '#161e22',
    'editorSuggestWidget.selectedIconForeground': '#161e22',
    'editorSuggestWidget.highlightForeground': '#006060',
    'editorSuggestWidget.focusHighlightForeground': '#006060',
    'diffEditor.insertedLineBackground': '#e0f7e4',
    'diffEditor.insertedTextBackground': '#bdeac766',
    'diffEditor.removedLineBackground': '#ffedea',
    'diffEditor.removedTextBackground': '#ffcfc966',
    'diffEditor.unchangedRegionBackground': '#f0f4f4',
    'diffEditor.unchangedRegionForeground': '#485156',
  },
})

editor.defineTheme('penstock-dark', {
  base: 'vs-dark',
  inherit: true,
  rules: [
    { token: '', foreground: 'e6eaec' },
    { token: 'type', foreground: '70d5ce' },
    { token: 'string', foreground: '89c0f5' },
    { token: 'number', foreground: 'c8aaf6' },
    { token: 'keyword', foreground: 'c8aaf6' },
    { token: 'comment', foreground: 'afb7bb' },
  ],
  colors: {
    'editor.background': '#13181a',
    'editor.lineHighlightBorder': '#00000000',
    'editorLineNumber.foreground': '#8f989c',
    'editorLineNumber.activeForeground': '#afb7bb',
    'editorLineNumber.dimmedForeground': '#8f989c',
    'editorGutter.background': '#13181a',
    'editorWidget.background': '#1a2022',
    'editorWidget.border': '#3a4448',
    'editorSuggestWidget.foreground': '#e6eaec',
    'editorSuggestWidget.selectedBackground': '#16393a',
    'editorSuggestWidget.selectedForeground': '#e6eaec',
    'editorSuggestWidget.selectedIconForeground': '#e6eaec',
    'editorSuggestWidget.highlightForeground': '#70d5ce',
    'editorSuggestWidget.focusHighlightForeground': '#70d5ce',
    'diffEditor.insertedLineBackground': '#163120',
    'diffEditor.insertedTextBackground': '#2b5c3d66',
    'diffEditor.removedLineBackground': '#411e1e',
    'diffEditor.removedTextBackground': '#75353566',
    'diffEditor.unchangedRegionBackground': '#1a2022',
    'diffEditor.unchangedRegionForeground': '#afb7bb',
  },
})

/** The editor's theme for one of ours. */
export function monacoTheme(theme: 'light' | 'dark'): string {
  return `penstock-${theme}`
}
