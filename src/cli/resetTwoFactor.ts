import { createLocalReq } from 'payload'
import { resetSecondFactor } from '../accounts/twoFactor/resetSecondFactor'
import { Refused } from '../moving/Refused'
import { onePath } from './onePath'
import { withPayload } from './openPayload'

const usage = `Usage: npm run two-factor:reset -- EMAIL

Takes two-factor login away from somebody who lost phone and recovery codes, and logs him out everywhere: for the only administrator, whom
no other can help in the admin.
`

/** `npm run two-factor:reset`: the operator's way past a second factor, for who has the database anyway. */
const email = onePath(usage).trim().toLowerCase()
await withPayload(async (payload) => {
  const { docs } = await payload.find({
    collection: 'users',
    where: { email: { equals: email } },
    depth: 0,
    limit: 1,
    overrideAccess: true,
  })
  const [person] = docs
  if (!person) throw new Refused('There is nobody with this e-mail address.')
  await resetSecondFactor(person, await createLocalReq({}, payload))
  process.stdout.write(
    'Two-factor login is off for this account. Its password alone lets in until it is set up anew.\n',
  )
})
