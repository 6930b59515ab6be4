import type { GraphQLArgument, GraphQLObjectType } from 'graphql'

/**
 * Gives GraphQL's updates the argument that REST has, `publishSpecificLocale`: without it a publish in one language would publish
 * them all. Payload's resolver passes no such argument on; the request carries it to `publishOneLocale`.
 */
export function addPublishArgument(mutation: GraphQLObjectType): void {
  for (const [name, field] of Object.entries(mutation.getFields())) {
    const locale = field.args.find((argument) => argument.name === 'locale')
    const { resolve } = field
    if (!name.startsWith('update') || !locale || !resolve || !field.args.some((argument) => argument.name === 'draft'))
      continue
    const argument: GraphQLArgument = {
      ...locale,
      name: 'publishSpecificLocale',
      description: 'Publishes the words of this language, and leaves those of the others as they are for readers.',
    }
    field.args = [...field.args, argument]
    field.resolve = (source, { publishSpecificLocale, ...args }, context, info) => {
      if (publishSpecificLocale) {
        context.req.context.askedToPublish = publishSpecificLocale
        args.locale = publishSpecificLocale
      }
      return resolve(source, args, context, info)
    }
  }
}
