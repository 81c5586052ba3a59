/** The longest that anything of an upstream's targets may take: an hour (`milliseconds` of the record). */
export const longestMs = 3_600_000
