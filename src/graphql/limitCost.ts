import type { DocumentNode } from 'graphql'
import {
  type FieldNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getOperationAST,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'

/** How long a list is taken to be where its length is not asked for. */
const usualLength = 10

/** Fields that take more work than to be written down. */
const work: Record<string, number> = {
  sections: 10,
  html: 10,
  text: 5,
  explainedLinks: 5,
  jsonLd: 40,
  related: 30,
  instructionsHtml: 10,
  linkedArticles: 20,
}

/**
 * Refuses an operation whose answer could be too long: fields are counted as often as the lists that hold them are long, by `limit`
 * where one is given. The bound by the operation's own text stands before it and knows nothing of pages.
 */
export const limitCost = (most: number): Plugin => ({
  onExecute: ({ args, setResultAndStopExecution }) => {
    const cost = costOf(args.schema, args.document, args.operationName, args.variableValues ?? {})
    if (cost <= most) return
    const message = `This asks for up to ${cost} values, and ${most} is the most: ask for fewer fields, or for smaller pages by limit`
    const error = new GraphQLError(message, { extensions: { code: 'COST_TOO_HIGH', http: { status: 400 } } })
    setResultAndStopExecution({ errors: [error] })
  },
})

/** How many values an operation may answer at most, roughly; validated before, so that fragments come to an end. */
function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  given: Readonly<Record<string, unknown>>,
): number {
  const operation = getOperationAST(document, operationName)
  const root = operation && schema.getRootType(operation.operation)
  if (!operation || !root) return 0
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  )
  const variables: Record<string, unknown> = { ...given }
  for (const { variable, defaultValue } of operation.variableDefinitions ?? [])
    if (defaultValue && 'value' in defaultValue) variables[variable.name.value] ??= defaultValue.value
  // A fragment that is spread often is counted once and added often: the time to count stays that of reading the operation.
  const known = new Map<string, number>()

  const ofSelections = ({ selections }: SelectionSetNode, type: GraphQLNamedType): number => {
    let cost = 0
    for (const each of selections) {
      if (each.kind === Kind.FIELD) cost += ofField(each, type)
      else if (each.kind === Kind.FRAGMENT_SPREAD) cost += ofFragment(each.name.value)
      else cost += ofSelections(each.selectionSet, named(each.typeCondition?.name.value) ?? type)
    }
    return cost
  }
  const named = (name: string | undefined) => (name === undefined ? undefined : schema.getType(name))
  const ofFragment = (name: string): number => {
    const counted = known.get(name)
    if (counted !== undefined) return counted
    const fragment = fragments.get(name)
    const type = named(fragment?.typeCondition.name.value)
    const cost = fragment && type ? ofSelections(fragment.selectionSet, type) : 0
    known.set(name, cost)
    return cost
  }
  const ofField = (node: FieldNode, parent: GraphQLNamedType): number => {
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined
    if (!field) return 1
    const own = work[field.name] ?? 1
    return (
      own +
      (node.selectionSet
        ? lengthOf(node, field, variables) * ofSelections(node.selectionSet, getNamedType(field.type))
        : 0)
    )
  }
  return ofSelections(operation.selectionSet, root)
}

/** A page is as long as its limit. `docs` of a page is not counted again: the page was. */
function lengthOf(node: FieldNode, field: GraphQLField<unknown, unknown>, variables: Record<string, unknown>): number {
  if (field.args.some(({ name }) => name === 'limit')) {
    const value = node.arguments?.find(({ name }) => name.value === 'limit')?.value
    const asked =
      value?.kind === Kind.VARIABLE ? variables[value.name.value] : value && 'value' in value ? value.value : undefined
    const limit = Number(asked ?? usualLength)
    return Number.isFinite(limit) ? Math.max(1, limit) : usualLength
  }
  return isListType(getNullableType(field.type)) && field.name !== 'docs' ? usualLength : 1
}
