import { GraphQLError } from 'graphql'
import { BadParameter } from '../delivery/parameters'

/** An argument that the schema allows and that means nothing. */
export const badArgument = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', statusCode: 400 } })

/** What `/v1` says of its parameters, said of an argument. */
export async function sayingWhatIsWrong<Found>(find: () => Promise<Found>): Promise<Found> {
  try {
    return await find()
  } catch (error) {
    throw error instanceof BadParameter ? badArgument(error.message) : error
  }
}
