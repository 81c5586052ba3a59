/** Names this tab among all that are open: others' events are told from the echo of its own by it. */
export const tab: string = crypto.randomUUID()
