/** What JSON came to: a test reads of it what it knows to be there. */
export type Json = ReturnType<typeof JSON.parse>
