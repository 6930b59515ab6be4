import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { isStaff } from '../access/roles'
import { sizeOf } from '../access/sizeOf'
import type { Context } from './ownRequest'

/**
 * Refuses variables of more lists and objects than these before GraphQL compares each of them with all fields of its type, which for a
 * filter of 2 MB takes seconds in which nobody else is answered.
 */
export const limitVariables = (most: { stranger: number; staff: number }): Plugin<Context> => ({
  onExecute: ({ args, setResultAndStopExecution }) => {
    const bound = isStaff((args.contextValue as Context).req.user) ? most.staff : most.stranger
    if (sizeOf(args.variableValues ?? {}).groups <= bound) return
    const message = `Variables may hold ${bound} lists and objects at most`
    const error = new GraphQLError(message, { extensions: { code: 'VARIABLES_TOO_LARGE', http: { status: 400 } } })
    setResultAndStopExecution({ errors: [error] })
  },
})
