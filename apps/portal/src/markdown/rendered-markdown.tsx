import { cx } from '@penstock/ui'
import ReactMarkdown, { type Components } from 'react-markdown'
import rehypeSanitize from 'rehype-sanitize'
import remarkGfm from 'remark-gfm'
import { embeddedHtml } from './embedded-html.ts'
import { outlineHeadings } from './outline-headings.ts'

export interface MarkdownProps {
  text: string
  /** Level of the uppermost headings inside. */
  level?: number
  /** Names this description among those of the page; ids of its headings begin with it. */
  name?: string
  className?: string
}

const components: Components = {
  a({ node: _, href, children, ...rest }) {
    const isOutside = href !== undefined && /^https?:/i.test(href)
    return (
      <a {...rest} href={href} {...(isOutside ? { target: '_blank', rel: 'noopener noreferrer' } : {})}>
        {children}
      </a>
    )
  },
  // Pictures would tell other sites who reads this: they are links, opened when the reader wants that.
  img({ src, alt }) {
    if (typeof src !== 'string' || src === '') return <>{alt}</>
    return (
      <a href={src} target="_blank" rel="noopener noreferrer">
        {alt || 'Picture'}
      </a>
    )
  },
}

export default function RenderedMarkdown({ text, level = 3, name = 'text', className }: MarkdownProps) {
  return (
    <div className={cx('prose', className)}>
      <ReactMarkdown
        components={components}
        remarkPlugins={[remarkGfm]}
        rehypePlugins={[embeddedHtml, rehypeSanitize, [outlineHeadings, { level, prefix: `${name}-` }]]}
      >
        {text}
      </ReactMarkdown>
    </div>
  )
}
