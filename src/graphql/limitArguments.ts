import { type ArgumentNode, GraphQLError, Kind, type VariableDefinitionNode, visit } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { bounds } from '../access/publicQuery'

/** Refuses a page larger than readers may have before anything runs, wherever in the operation it is asked for. */
export const limitArguments: Plugin = {
  onExecute: ({ args, setResultAndStopExecution }) => {
    const variables = { ...args.variableValues } as Record<string, unknown>
    let asked: number | undefined
    visit(args.document, {
      [Kind.VARIABLE_DEFINITION]: ({ variable, defaultValue }: VariableDefinitionNode) => {
        if (defaultValue && 'value' in defaultValue) variables[variable.name.value] ??= defaultValue.value
      },
      [Kind.ARGUMENT]: ({ name, value }: ArgumentNode) => {
        if (name.value !== 'limit') return
        const limit =
          value.kind === 'Variable' ? variables[value.name.value] : 'value' in value ? value.value : undefined
        if (limit === undefined || limit === null) return
        if (Number(limit) < 1 || Number(limit) > bounds.stranger.limit) asked = Number(limit)
      },
    })
    if (asked === undefined) return
    const message = `limit must be from 1 to ${bounds.stranger.limit}, and ${asked} was asked for`
    const error = new GraphQLError(message, { extensions: { code: 'LIMIT_TOO_LARGE', http: { status: 400 } } })
    setResultAndStopExecution({ errors: [error] })
  },
}
