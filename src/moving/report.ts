/** Is told how far the work is: which part, how much of it is done, and of how much where that is known. */
export type Report = (part: string, done: number, total?: number) => void
