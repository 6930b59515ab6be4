import { type GraphQLArgument, type GraphQLObjectType, GraphQLString } from 'graphql'
import { failedLogin } from '../accounts/login/failedLogin'
import { sendResetLetter } from '../accounts/login/forgotPassword'
import { askedCode } from '../accounts/twoFactor/twoFactorLogin'

/**
 * Makes GraphQL's login and its letter about a forgotten password what they are in REST: the code of two-factor login is an argument, and
 * neither words nor time tell whether there is such an account.
 */
export function guardAccountMutations(mutation: GraphQLObjectType): void {
  const { loginUser, forgotPasswordUser } = mutation.getFields()
  const login = loginUser?.resolve
  if (loginUser && login) {
    loginUser.args = [...loginUser.args, codeArgument]
    loginUser.resolve = async (source, { code, ...args }, context, info) => {
      // The request carries it: Payload's resolver passes no such argument on.
      context.req.context[askedCode] = code ?? undefined
      try {
        return await login(source, args, context, info)
      } catch (error) {
        throw await failedLogin(error, context.req)
      }
    }
  }
  if (forgotPasswordUser)
    forgotPasswordUser.resolve = async (_source, { email }, { req }) => {
      await sendResetLetter(email, req)
      return true
    }
}

const codeArgument: GraphQLArgument = {
  name: 'code',
  type: GraphQLString,
  description: 'A code of the authenticator app, or a recovery code, where the account has two-factor login.',
  defaultValue: undefined,
  deprecationReason: undefined,
  extensions: {},
  astNode: undefined,
}
