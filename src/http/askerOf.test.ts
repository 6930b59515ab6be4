import { describe, expect, it } from 'vitest'
import { askerOf } from './askerOf'

describe('Who is counted as one asker', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
    ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
    ['nonsense', ''],
    [undefined, ''],
  ])('%s is %s', (ip, asker) => expect(askerOf({ ip })).toBe(asker))
})
