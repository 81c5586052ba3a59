/** Budgets of one render. The first is Amazon's; the others keep one template from taking the process down. */
export const limits = {
  /** Characters of template source that compile (Amazon: 300 KB). */
  sourceLength: 300 * 1024,
  /** Rounds of one `#foreach`. */
  foreachIterations: 1000,
  /** Loop rounds and macro calls of a whole render, so that nesting cannot multiply the limit above. */
  totalSteps: 200_000,
  /** Characters of the output, and of any text made on the way to it. */
  textLength: 10 * 1024 * 1024,
  /** Worst case of all searches with regular expressions together; about a second. */
  searchSteps: 50_000_000,
  /** Elements of one list or map. */
  collectionSize: 100_000,
  /** Macros and #define blocks inside one another while rendering. */
  callDepth: 64,
  /** Blocks and parentheses inside one another in the source. */
  nesting: 200,
  /** Lists and maps inside one another when they are printed, parsed or compared. */
  valueDepth: 512,
} as const
