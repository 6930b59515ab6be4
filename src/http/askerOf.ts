import type { Request } from 'express'
import ipaddr from 'ipaddr.js'

/** Carries who asks from Express to what answers a Fetch request; whatever a client sends by this name is overwritten. */
export const askerHeader = 'x-saphena-asker'

/**
 * Who is counted as one asker: a network address, of IPv6 the network that one customer gets. Behind a proxy that `TRUST_PROXY` does not
 * name, all are one.
 */
export function askerOf({ ip }: Pick<Request, 'ip'>): string {
  if (ip === undefined || !ipaddr.isValid(ip)) return ''
  const address = ipaddr.process(ip)
  if (address.kind() === 'ipv4') return address.toString()
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address.toString()}/64`).toString()}/64`
}

/**
 * The wider network of an asker by IPv6: some providers give one customer 256 of those that are counted as one.
 *
 * @param asker as `askerOf` names him; others have none
 */
export function networkOf(asker: string): string | undefined {
  const [address = '', width] = asker.split('/')
  if (width !== '64' || !ipaddr.IPv6.isValid(address)) return undefined
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address}/56`).toString()}/56`
}
