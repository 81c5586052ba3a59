/** For pages that a script run by tsx drives: it names functions through this helper, which those that run inside the page miss. */
export const nameHelper = 'globalThis.__name = (fn) => fn'
