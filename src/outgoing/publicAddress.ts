import { lookup as resolveName } from 'node:dns'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

export class ForbiddenAddress extends Error {
  override name = 'ForbiddenAddress'
  constructor(address: string) {
    super(
      `${address} is a private or local address, and only public ones are asked (WEBHOOK_ALLOW_PRIVATE, REFERENCES_ALLOW_PRIVATE)`,
    )
  }
}

/** Whether an IP address is one of the public internet: no loopback, no private network, no link-local or metadata address. */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '')
  if (!ipaddr.isValid(bare)) return false
  return ipaddr.process(bare).range() === 'unicast'
}

/**
 * Resolves a name and refuses it where one of its addresses is not public. Used for the connection itself, so the address that was
 * checked is the one that is connected to, at each attempt.
 */
export const lookupPublic: LookupFunction = (hostname, options, callback) => {
  resolveName(hostname, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, '', 0)
    const forbidden = found.find(({ address }) => !isPublicAddress(address))
    if (forbidden) return callback(new ForbiddenAddress(forbidden.address), '', 0)
    const [first] = found
    if (options.all) callback(null, found)
    else callback(null, first?.address ?? '', first?.family)
  })
}
