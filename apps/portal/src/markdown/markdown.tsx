import { cx } from '@penstock/ui'
import { lazy, Suspense } from 'react'
import type { MarkdownProps } from './rendered-markdown.tsx'

const RenderedMarkdown = lazy(() => import('./rendered-markdown.tsx'))

/** Anything that Markdown could make more of than a line of text. */
const marked = /[`*_~[\]<>#|&\\\n]|https?:|www\.|^\s*(?:[-+]|\d+[.)])\s/

/** A description as its author wrote it. The renderer is loaded when the first one needs it. */
export function Markdown(props: MarkdownProps) {
  const plain = (
    <div className={cx('prose', props.className)}>
      <p className="whitespace-pre-line">{props.text}</p>
    </div>
  )
  if (!marked.test(props.text)) return plain
  return (
    <Suspense fallback={plain}>
      <RenderedMarkdown {...props} />
    </Suspense>
  )
}
