import { expect, test } from 'vitest'
import { markdownToHtml } from './markdown.ts'

test('headings, quotes, lists, code and paragraphs', () => {
  const text = '# A\n\n> Said\n\nOne `x`\ntwo\n\n- a\n- b\n\n```sh\nrun <it>\n\nnow\n```\n'
  expect(markdownToHtml(text)).toBe(
    '<h1>A</h1>\n<blockquote><p>Said</p></blockquote>\n<p>One <code>x</code>\ntwo</p>\n<ul><li>a</li><li>b</li></ul>\n' +
      '<pre><code>run &#60;it&#62;\n\nnow</code></pre>',
  )
})

test('HTML in a page is shown, not run', () => {
  expect(markdownToHtml('<script>x</script> [a](javascript:x)')).toBe(
    '<p>&#60;script&#62;x&#60;/script&#62; [a](javascript:x)</p>',
  )
})
