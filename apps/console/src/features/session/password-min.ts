/** As the server has it: said before somebody types. */
export const passwordMin = 10
