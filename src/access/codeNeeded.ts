/** What the answer to a right password says where a code of two-factor login has to come with it; the login form asks for one then. */
export const codeNeeded = 'two-factor-needed'
