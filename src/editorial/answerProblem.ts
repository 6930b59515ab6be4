/** What an endpoint of the desk answers where it does not do what it was asked, in the form of Payload's own errors. */
export const answerProblem = (status: number, message: string, headers: Record<string, string> = {}): Response =>
  Response.json({ errors: [{ message }] }, { status, headers: { 'cache-control': 'no-store', ...headers } })
