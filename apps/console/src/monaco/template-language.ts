import { languages } from 'monaco-editor/editor'

/** Mapping templates: JSON or any other text, with `$references` and `#directives` of Velocity in it. */
export const templateLanguage = 'mapping-template'

const reference = /\$!?(?:\{[\w.]+(?:\([^)]*\))?\}|[A-Za-z][\w.]*)/

languages.register({ id: templateLanguage })
languages.setLanguageConfiguration(templateLanguage, {
  comments: { lineComment: '##', blockComment: ['#*', '*#'] },
  brackets: [
    ['{', '}'],
    ['[', ']'],
    ['(', ')'],
  ],
  autoClosingPairs: [
    { open: '{', close: '}' },
    { open: '[', close: ']' },
    { open: '"', close: '"' },
  ],
})
languages.setMonarchTokensProvider(templateLanguage, {
  tokenizer: {
    root: [
      [/##.*$/, 'comment'],
      [/#\*/, 'comment', '@comment'],
      [
        /#\{?(?:set|if|elseif|else|end|foreach|break|stop|define|macro|include|parse|evaluate)\b\}?/,
        'keyword',
      ],
      [reference, 'type'],
      [/"/, 'string', '@string'],
      [/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/, 'number'],
      [/\b(?:true|false|null)\b/, 'keyword'],
    ],
    string: [
      [reference, 'type'],
      [/\\./, 'string'],
      [/"/, 'string', '@pop'],
      [/[^"\\$]+|\$/, 'string'],
    ],
    comment: [
      [/\*#/, 'comment', '@pop'],
      [/./, 'comment'],
    ],
  },
})
