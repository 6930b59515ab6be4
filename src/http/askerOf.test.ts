import { describe, expect, it } from 'vitest'
import { askerOf, networkOf } from './askerOf'

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

describe('His wider network', () => {
  it.each([
    ['2001:db8:1:2::/64', '2001:db8:1::/56'],
    ['2001:db8:1:ff::/64', '2001:db8:1::/56'],
    ['2001:db8:1:100::/64', '2001:db8:1:100::/56'],
    ['192.0.2.7', undefined],
    ['', undefined],
    ['users API-Key of/64', undefined],
  ])('%s is in %s', (asker, network) => expect(networkOf(asker)).toBe(network))
})
