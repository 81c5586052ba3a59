/** Bounds of a new password, for the schema that checks it and the forms that ask for it. */
export const passwordMin = 10
/** Argon2id reads any length; the bound keeps a sign-in from being a way to burn CPU. */
export const passwordMax = 256
